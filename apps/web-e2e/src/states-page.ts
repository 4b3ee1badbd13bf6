import type { Page } from '@playwright/test';
import { expect, test as base } from './dev-shop';

/** All tests of states share a page: see dev-shop.ts. A test that fails ends its worker, and the next one starts anew. */
export const test = base.extend({
  /** As a new page is. */
  page: async ({ statesPage, viewport, colorScheme, contextOptions }, use) => {
    const reducedMotion = contextOptions.reducedMotion ?? null;
    await statesPage.emulateMedia({ colorScheme, reducedMotion });
    if (viewport) await statesPage.setViewportSize(viewport);
    await use(statesPage);
  },
});

/**
 * Shows what is at an address below /dev/states. All elements are made anew, as by a load, and so is their React state.
 * For pictures it is one.
 */
export async function show(page: Page, address: string): Promise<void> {
  if (process.env['PICTURES']) await page.goto(address);
  else {
    await page.evaluate((to) => {
      document.querySelector('main')?.setAttribute('data-before', '');
      window.history.pushState(null, '', to);
      window.scrollTo(0, 0);
    }, address);
    await expect(page.locator('[data-before]')).toHaveCount(0);
  }
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
}
