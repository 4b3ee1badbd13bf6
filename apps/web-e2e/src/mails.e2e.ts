import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './dev-shop';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'ja'] as const;

/** The layouts that differ most. */
const TELLING = ['long-words', 'orderReceivedVoucher', 'subscriptionStarted'];

/** A mail program has landmarks of its own around an e-mail. */
const RULES_OF_PAGES = ['region', 'landmark-one-main'];

/** The names of all e-mails of the gallery. */
async function namesOf(page: Page): Promise<string[]> {
  await page.goto('/dev/mails');
  return page.getByRole('heading', { level: 2 }).allTextContents();
}

test.describe('the e-mails', () => {
  test.setTimeout(180_000);

  test('fit into 360 px, light and dark, and everybody can read them', async ({ page }) => {
    const names = await namesOf(page);
    expect(names.length).toBeGreaterThan(15);
    await page.setViewportSize({ width: 360, height: 640 });
    for (const name of names) {
      await page.goto(`/dev/mails/${name}/en`);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page, RULES_OF_PAGES);
    }
    // Between them they have every part, and so every colour.
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const name of TELLING) {
      await page.goto(`/dev/mails/${name}/en`);
      await expectAccessible(page, RULES_OF_PAGES);
    }
  });

  // Every word in every language is proved without a browser; these are the layouts.
  test('fit in every language', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    for (const name of TELLING) {
      for (const language of LANGUAGES) {
        await page.goto(`/dev/mails/${name}/${language}`);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expectNoSidewaysScroll(page);
      }
    }
  });

  test('are dark where the reader wants them dark', async ({ page }) => {
    const ground = () =>
      page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('/dev/mails/confirmed/en');
    expect(await ground()).toBe('rgb(250, 250, 250)');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await ground()).toBe('rgb(22, 24, 26)');
  });
});
