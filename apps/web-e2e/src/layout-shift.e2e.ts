import type { Page } from '@playwright/test';
import { headingOf } from './heading-of';
import { painted, recordShifts } from './record-shifts';
import { buyByCard, expect, test } from './shop';

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
      await showing(page, 'Looking up your order…');
      await route.continue();
    });
    // The cart, which has a number in the header until then, is emptied on this page.
    await buyByCard(page, 'Stoneware mug');
    await showing(page, 'Thanks for your order, Jenny Rosen!');
    expect(await page.evaluate(() => window.shifts)).toEqual([]);
  });
}

/** The heading is there, and so is a frame that shows it. */
async function showing(page: Page, heading: string) {
  await expect(headingOf(page)).toHaveText(heading);
  await painted(page);
}
