import { existsSync, globSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@shop/stack';
import { expect } from '@playwright/test';
import type { Engine } from './engine';
import { startProgram } from './program';
import { openDisplay, noDisplay } from './display';
import { openSession } from './web-driver';

const DRIVER = '/usr/bin/WebKitWebDriver';

/** The small browser that comes with the driver; where it lies differs between distributions. */
const BROWSERS = '/usr/{lib,lib64,libexec}/{*/,}webkit{2gtk-4.1,2gtk-4.0,gtk-6.0}/MiniBrowser';

const findBrowser = () => globSync(BROWSERS)[0];

/** WebKitGTK, the Linux port of Safari's engine, driven by WebDriver. Debian's package is webkit2gtk-driver. */
export const webkit: Engine = {
  name: 'WebKit',
  missing: () => (existsSync(DRIVER) && findBrowser() ? noDisplay() : 'not on this machine'),
  launch: async () => {
    const home = await mkdtemp(join(tmpdir(), 'webkit-e2e-'));
    const display = await openDisplay();
    const port = await freePort();
    const driver = startProgram(DRIVER, [`--port=${port}`], {
      ...display.env,
      // Caches and settings go to the folder that is removed; pages are in English.
      HOME: home,
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_DATA_HOME: join(home, 'data'),
      LANG: 'en_US.UTF-8',
    });
    const end = async () => {
      await driver.stop();
      await display.close();
      await rm(home, { recursive: true, force: true });
    };
    try {
      const url = `http://127.0.0.1:${port}`;
      // The driver does not say when it listens.
      await expect(() => fetch(`${url}/status`)).toPass({ timeout: 10_000 });
      const args = ['--automation'];
      const browserOptions = { binary: findBrowser(), args };
      const session = await openSession(url, { 'webkitgtk:browserOptions': browserOptions });
      return { ...session, close: end };
    } catch (error) {
      await end();
      throw error;
    }
  },
};
