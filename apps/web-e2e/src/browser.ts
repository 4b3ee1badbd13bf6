import { existsSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { LaunchOptions } from '@playwright/test';
import { repositoryRoot } from '@shop/stack';

const SYSTEM_BROWSERS = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const PLAIN_FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
];

/**
 * How the tests launch their browser: the one at CHROMIUM_PATH, else on Linux x64 the Chromium of an npm package, else
 * an installed one.
 * @throws Error when there is none
 */
export async function browserOptions(): Promise<LaunchOptions> {
  return { executablePath: await findBrowser(), args: PLAIN_FLAGS };
}

async function findBrowser(): Promise<string> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return named;
  if (process.platform === 'linux' && process.arch === 'x64') return unpackBrowser();
  const installed = SYSTEM_BROWSERS.find((path) => existsSync(path));
  if (installed) return installed;
  throw new Error('No browser for the tests: install Chrome or Chromium, or set CHROMIUM_PATH.');
}

/**
 * The package unpacks into the temporary folder and reuses whatever lies there, even an older or a half unpacked
 * version. So it unpacks into a folder of its own, which is renamed once it is complete.
 */
async function unpackBrowser(): Promise<string> {
  const modules = join(repositoryRoot, 'node_modules');
  const manifest = await readFile(join(modules, '@sparticuz/chromium/package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const folder = join(modules, '.cache', `chromium-${version}`);
  const executable = join(folder, 'chromium');
  if (existsSync(executable)) return executable;

  const unpacking = `${folder}.${process.pid}`;
  await mkdir(unpacking, { recursive: true });
  const { TMPDIR } = process.env;
  process.env['TMPDIR'] = unpacking;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
  }
  await rename(unpacking, folder);
  return executable;
}
