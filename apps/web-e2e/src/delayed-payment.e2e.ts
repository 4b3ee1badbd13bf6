import type { Page } from '@playwright/test';
import { headingOf } from './heading-of';
import { checkOut, expect, fillCart, sessionIdIn, test } from './shop';

/** Pays from a bank account. The payment stays open until the control API settles it or fails it. */
async function payByBank(page: Page): Promise<string> {
  await fillCart(page, 'Stoneware mug');
  await checkOut(page);
  const sessionId = sessionIdIn(page);
  await page.getByLabel('Email').fill('jenny.rosen@example.com');
  await page.getByRole('radio', { name: 'US bank account' }).check();
  await page.getByLabel('Full name').fill('Jenny Rosen');
  await page.getByRole('button', { name: /^Pay / }).click();
  await expect(headingOf(page)).toHaveText('Your bank is processing your payment');
  await expect(page.getByText('Please don’t pay again')).toBeVisible();
  await expect(page.getByRole('link', { name: /^Cart/ })).toHaveText(/^Cart\s*0?$/);
  return sessionId;
}

test('a bank debit that comes in: the open page thanks by itself', async ({ page, shop }) => {
  const sessionId = await payByBank(page);
  await shop.control('POST', `sessions/${sessionId}/settle`, {});
  await expect(headingOf(page)).toHaveText('Thanks for your order, Jenny Rosen!');
  await expect(page.getByText('Bank account ending in 6789')).toBeVisible();
});

test('a bank debit that fails: the open page says so, and puts the cart back', async ({
  page,
  shop,
}) => {
  const sessionId = await payByBank(page);
  await shop.control('POST', `sessions/${sessionId}/fail`, {});
  await expect(headingOf(page)).toHaveText('Your payment didn’t go through');
  await expect(page.getByText('Nothing was taken from your account')).toBeVisible();
  await page.getByRole('button', { name: 'Order these again' }).click();
  await expect(headingOf(page)).toHaveText('Your cart');
  await expect(page.getByRole('main').getByText('Stoneware mug')).toBeVisible();
});
