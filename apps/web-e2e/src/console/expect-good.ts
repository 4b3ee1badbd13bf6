import { join } from 'node:path';
import { test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from '../dev-shop';

const WIDTHS = process.env['PICTURES'] ? [360, 768, 1280] : [360, 1280];

/** Looks at the page as it is now, narrow and wide, light and dark; with PICTURES=1 it keeps what it has seen. */
export async function expectGood(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
      const { outputDir } = test.info().project;
      const path = join(outputDir, 'console', `${name}-${width}-${colorScheme}.png`);
      if (process.env['PICTURES']) await page.screenshot({ path, fullPage: true });
    }
  }
}
