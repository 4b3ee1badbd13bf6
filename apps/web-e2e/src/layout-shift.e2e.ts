import type { Page } from '@playwright/test';
import { headingOf } from './heading-of';
import { buyByCard, expect, test } from './shop';

declare global {
  interface Window {
    shifts: string[];
  }
}

const SIZES = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];

for (const size of SIZES) {
  test(`nothing moves between the first paint and the greeting, ${size.width} px wide`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await page.addInitScript(recordShifts);
    await page.route('**/api/orders/confirmation*', async (route) => {
      await painted(page, 'Looking up your order…');
      await route.continue();
    });
    // The cart, which has a number in the header until then, is emptied on this page.
    await buyByCard(page, 'Stoneware mug');
    await painted(page, 'Thanks for your order, Jenny Rosen!');
    expect(await page.evaluate(() => window.shifts)).toEqual([]);
  });
}

/** The heading is there, and so is a frame that shows it. */
async function painted(page: Page, heading: string) {
  await expect(headingOf(page)).toHaveText(heading);
  await page.evaluate(
    () =>
      new Promise((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(0))),
      ),
  );
}

/** Runs in each page before its scripts: notes what has moved, how far and when. */
function recordShifts() {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, sources } = entry as PerformanceEntry & {
        value: number;
        sources: { node: Element | null }[];
      };
      const moved = sources.map(({ node }) => node?.textContent?.slice(0, 40) ?? 'what is gone');
      window.shifts.push(`${value} at ${entry.startTime} ms: ${moved.join(', ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
