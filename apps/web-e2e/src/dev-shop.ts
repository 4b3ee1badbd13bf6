import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test as base, expect } from '@playwright/test';
import type { BrowserContext, Page, Request } from '@playwright/test';
import type axe from 'axe-core';
import { serveBundled, serveInDevelopment } from './serve-dev-shop';

/** The shop in development without other apps, the API mocked in the browser. */
export const test = base.extend<
  { watched: void },
  { devServer: boolean; devShopUrl: string; cachingContext: BrowserContext; statesPage: Page }
>({
  /** Vite's development server instead of a bundle. */
  devServer: [false, { scope: 'worker', option: true }],

  devShopUrl: [
    async ({ devServer }, use, { parallelIndex }) => {
      const { url, stop } = await (devServer ? serveInDevelopment(parallelIndex) : serveBundled());
      await use(url);
      await stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  /** Pages share a process: the start of one takes as long as a page's load. */
  launchOptions: [
    async ({ launchOptions }, use) => {
      await use({
        ...launchOptions,
        args: [...(launchOptions.args ?? []), '--renderer-process-limit=1'],
      });
    },
    { scope: 'worker' },
  ],

  /** One context for all tests of the worker: a new one has nothing in its cache. */
  cachingContext: [
    async ({ browser, devShopUrl }, use) => {
      const context = await browser.newContext({
        baseURL: devShopUrl,
        locale: 'en-US',
        viewport: { width: 1280, height: 900 },
      });
      // The process ends with its last page.
      await context.newPage();
      await use(context);
      await context.close();
    },
    { scope: 'worker' },
  ],

  /** One page for all states: loading the shop's code and axe takes longer than what is tested. See states-page.ts. */
  statesPage: [
    async ({ cachingContext }, use) => {
      const page = await cachingContext.newPage();
      await page.goto('/dev/states/none/none?lang=en');
      await use(page);
      await page.close();
    },
    { scope: 'worker' },
  ],

  /** Closing the page also drops its emulated media, its size and its session storage. */
  page: async ({ cachingContext, contextOptions }, use) => {
    const page = await cachingContext.newPage();
    await page.emulateMedia({ reducedMotion: contextOptions.reducedMotion ?? null });
    await use(page);
    await page.close();
    await cachingContext.setStorageState({ cookies: [], origins: [] });
  },

  /** Fails the test when a page has a script error or sends a request to another host. */
  watched: [
    async ({ page, devShopUrl }, use) => {
      const faults: string[] = [];
      const onError = (error: Error) => void faults.push(`script error: ${error.message}`);
      const onRequest = (request: Request) => {
        const { origin, protocol } = new URL(request.url());
        if (/^https?:$/.test(protocol) && origin !== devShopUrl) faults.push(request.url());
      };
      page.on('pageerror', onError).on('request', onRequest);
      await use();
      page.off('pageerror', onError).off('request', onRequest);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
let axeSource: Promise<string> | undefined;

/**
 * Checks the page as it is now with axe: WCAG 2.2 AA and best practices. Reading axe takes a browser three times as long
 * as running it, so a page gets it once. Frames are not checked; the page has none.
 * @param without rules that say nothing about the page
 */
export async function expectAccessible(page: Page, without: string[] = []): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(await (axeSource ??= readFile(AXE, 'utf8')));
  }
  const violations = await page.evaluate(
    async ({ runOnly, rules }) =>
      (
        await window.axe?.run(document, { runOnly, rules, resultTypes: ['violations'] })
      )?.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`),
    { runOnly: RULES, rules: Object.fromEntries(without.map((id) => [id, { enabled: false }])) },
  );
  expect(violations).toEqual([]);
}

/** No part of the page is wider than the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { wide, room } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    room: document.documentElement.clientWidth,
  }));
  expect(wide, page.url()).toBeLessThanOrEqual(room);
}

/** Chooses what the mocked API answers, by the box in the corner of the page. */
export async function choose(page: Page, choices: Record<string, string>): Promise<void> {
  const box = page.getByRole('group').filter({ has: page.locator('summary', { hasText: 'API' }) });
  if ((await box.getAttribute('open')) === null) await box.locator('summary').click();
  for (const [label, option] of Object.entries(choices)) {
    await box.getByRole('combobox', { name: label, exact: true }).selectOption(option);
  }
  await box.locator('summary').click();
}
