import { join } from 'node:path';
import type { Page, TestInfo } from '@playwright/test';
import { confirmationStates } from '@shop/contract';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './dev-shop';
import { headingOf } from './heading-of';

const VIEWS = ['full', 'masked'] as const;
const WIDTHS = [360, 768, 1280] as const;
const SCHEMES = ['light', 'dark'] as const;
const LANGUAGES = { de: 'Deutsch', fr: 'Français', es: 'Español', ja: '日本語', en: 'English' };

/** The three layouts that differ most: a receipt, a step to take, bad news. */
const TELLING = ['confirmed', 'awaiting_voucher', 'payment_failed'];

// No motion while pictures are taken.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const view of VIEWS) {
  for (const state of confirmationStates) {
    test(`${state}, ${view}: pictures, axe, 320 px, every language`, async ({ page }, testInfo) => {
      await page.goto(`/dev/states/${state}/${view}?lang=en`);
      await expect(headingOf(page)).toBeVisible();
      await expect(page.getByText('R7K3-M9QX')).toBeVisible();

      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          await picture(page, testInfo, `${state}-${view}-${width}-${colorScheme}`);
        }
      }
      await expectAccessible(page);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 320, height: 640 });
      await expectAccessible(page);

      const english = await headingOf(page).textContent();
      for (const [language, name] of Object.entries(LANGUAGES)) {
        await page.getByRole('button', { name, exact: true }).click();
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expectNoSidewaysScroll(page);
        if (language !== 'en') {
          await expect(headingOf(page)).not.toHaveText(english ?? '');
          if (TELLING.includes(state)) await expectAccessible(page);
        }
      }
    });
  }
}

test('the overview links to every state alone, in the language that is asked for', async ({
  page,
}) => {
  await page.goto('/dev/states?lang=de');
  const alone = page.getByRole('figure').getByRole('link');
  await expect(alone).toHaveCount(confirmationStates.length * VIEWS.length);
  await alone.filter({ hasText: 'expired, full' }).click();
  await expect(headingOf(page)).toHaveText('Dieser Bezahlvorgang ist abgelaufen');
});

function picture(page: Page, { project }: TestInfo, name: string) {
  return page.screenshot({
    path: join(project.outputDir, 'states', `${name}.png`),
    fullPage: true,
  });
}
