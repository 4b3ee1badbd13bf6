import type { Page } from '@playwright/test';
import { headingOf } from './heading-of';
import { expect } from './shop';

const PAYMENT = {
  'E-mail': 'jenny.rosen@example.com',
  'Numéro de téléphone': '+49 30 1234567',
  'Nom complet': 'Jenny Rosen',
  Adresse: 'Lindenstraße 8',
  'Code postal': '10969',
  Ville: 'Berlin',
  'Numéro de carte': '4242 4242 4242 4242',
  'Date d’expiration': '12 / 34',
  Cryptogramme: '123',
  'Nom du titulaire de la carte': 'Jenny Rosen',
};

/** Puts a plane into the cart of the example shop, from its first page, and goes to the cart. */
export async function fillLindnerCart(page: Page): Promise<void> {
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Putzhobel' })
    .getByRole('button', { name: /Warenkorb/ })
    .click();
  await page
    .getByRole('link', { name: /Warenkorb/ })
    .first()
    .click();
}

/** Pays the cart, and waits for the greeting. */
export async function payAtLindner(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Zur Kasse' }).click();
  await page.waitForURL(/\/c\/pay\/cs_test_/);
  // Stripe's page speaks the browser's language, which this shop does not offer.
  for (const [label, text] of Object.entries(PAYMENT)) {
    await page.getByLabel(label, { exact: true }).fill(text);
  }
  await page.getByLabel('J’accepte les conditions d’utilisation').check();
  await page.getByRole('button', { name: /^Payer / }).click();
  await expect(headingOf(page)).toContainText('Jenny Rosen');
}
