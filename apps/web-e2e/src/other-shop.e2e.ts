import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { demoShopFile, repositoryRoot } from '@shop/stack';
import { expectAccessible } from './dev-shop';
import { LINDNER_SHOP } from './environments';
import { headingOf } from './heading-of';
import { fillLindnerCart, payAtLindner } from './lindner';
import { painted, recordShifts } from './record-shifts';
import { expect, test } from './shop';

test.use({ shopEnv: LINDNER_SHOP, locale: 'fr-FR' });

/** Every text of the demo that a shopper could read: of its shop file, and of its products. */
async function demoWords(): Promise<string[]> {
  const demo = JSON.parse(await readFile(demoShopFile, 'utf8')) as {
    name: string;
    tagline: Record<string, string>;
    seller: { legalName: string; address: Record<string, string> };
    support: { email: string };
    mail: { from: string };
  };
  const products = JSON.parse(await readFile(join(repositoryRoot, 'products.json'), 'utf8')) as {
    slug: string;
    name: string;
  }[];
  return [
    demo.name,
    ...Object.values(demo.tagline),
    demo.seller.legalName,
    demo.seller.address['line1'] ?? '',
    demo.support.email,
    'orders@shop.example',
    ...products.flatMap(({ slug, name }) => [slug, name]),
  ];
}

/** What the document holds now, its attributes among it. */
async function expectNoDemo(page: Page): Promise<void> {
  const html = await page.content();
  expect((await demoWords()).filter((word) => html.includes(word))).toEqual([]);
}

/** Of this shop's own colours, light and dark. */
async function expectAccessibleColours(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(page);
  }
}

const colourOf = (page: Page, name: string) =>
  page.evaluate((property) => {
    return getComputedStyle(document.documentElement).getPropertyValue(property);
  }, name);

test('another shop file is another shop: on every page and in the mail', async ({ page, shop }) => {
  await page.goto('/');
  await expect(headingOf(page)).toHaveText('Werkzeug, das man vererbt');
  await expect(page).toHaveTitle('Shop · Werkstatt Lindner');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('img', { name: 'Werkstatt Lindner' })).toBeVisible();
  expect(await colourOf(page, '--accent')).toBe('#8a2c0d');
  await expect(page.getByText('129,00\u00a0€')).toBeVisible();
  const footer = page.getByRole('contentinfo');
  await expect(footer.getByRole('link', { name: 'Impressum' })).toBeVisible();
  await expect(footer).toContainText('Montag bis Freitag, 9 bis 17 Uhr');
  await expect(footer.getByRole('button')).toHaveText(['Deutsch', 'English']);
  const picture = page.locator('img[src="/products/hobel.svg"]');
  await expect
    .poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  await expectNoDemo(page);
  await expectAccessibleColours(page);

  await fillLindnerCart(page);
  await expect(page.getByText(/Die Preise enthalten die Steuer\./)).toBeVisible();
  await expectNoDemo(page);
  await expectAccessibleColours(page);

  await payAtLindner(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page).toHaveTitle(/ · Werkstatt Lindner$/);
  await expect(
    footer.getByText(/Lindner Werkzeug GmbH · Lindenstraße 8 · 10969 Berlin/),
  ).toBeVisible();
  await expectNoDemo(page);
  await expectAccessibleColours(page);

  await expect.poll(async () => (await shop.mails()).length).toBeGreaterThan(0);
  const mail = (await shop.mails()).join('\n');
  expect(mail).toContain('Werkstatt Lindner <post@lindner.example>');
  expect((await demoWords()).filter((word) => mail.includes(word))).toEqual([]);
});

test('nothing moves when the logo comes late', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.addInitScript(recordShifts);
  await page.route('**/*logo*', async (route) => {
    await expect(headingOf(page)).toBeVisible();
    await route.continue();
  });
  await page.goto('/');
  const logo = page.getByRole('img', { name: 'Werkstatt Lindner' });
  await expect
    .poll(() => logo.evaluate((img) => (img as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  await painted(page);
  expect(await page.evaluate(() => window.shifts)).toEqual([]);
});
