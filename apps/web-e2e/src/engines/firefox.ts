import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { ELEMENT_TIMEOUT_MS } from './engine';
import type { Engine, EngineBrowser } from './engine';

const PATHS = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

const find = () => process.env['FIREFOX_PATH'] ?? PATHS.find((path) => existsSync(path));

/** The installed Firefox, headless, driven by WebDriver BiDi. FIREFOX_PATH names another one. */
export const firefox: Engine = {
  name: 'Firefox',
  missing: () => (find() ? undefined : 'not on this machine'),
  launch: async () => {
    const executablePath = find();
    if (!executablePath) throw new Error('Firefox is not on this machine.');
    return drive(
      await puppeteer.launch({
        browser: 'firefox',
        executablePath,
        defaultViewport: { width: 1280, height: 900 },
        extraPrefsFirefox: { 'intl.accept_languages': 'en-US' },
      }),
    );
  },
};

type Launched = Awaited<ReturnType<typeof puppeteer.launch>>;

async function drive(browser: Launched): Promise<EngineBrowser> {
  const page = await browser.newPage();
  page.setDefaultTimeout(ELEMENT_TIMEOUT_MS);
  const locate = (xpath: string) => page.locator(`::-p-xpath(${xpath})`);
  return {
    open: async (url) => void (await page.goto(url)),
    see: (xpath) => locate(xpath).setVisibility('visible').wait().then(ignore),
    click: (xpath) => locate(xpath).click(),
    leave: (xpath) => locate(xpath).click(),
    type: (xpath, text) => locate(xpath).fill(text),
    address: () => Promise.resolve(page.url()),
    history: {
      back: async () => void (await page.goBack()),
      forward: async () => void (await page.goForward()),
    },
    close: () => browser.close(),
  };
}

const ignore = () => undefined;
