import type { Page } from '@playwright/test';
import { YEN_SHOP } from './environments';
import { headingOf } from './heading-of';
import { checkOut, expect, fillCart, payButton, sessionIdIn, test } from './shop';

test.use({ shopEnv: YEN_SHOP });

/** A mug, as far as the button that issues its voucher. Returns the id of the session. */
async function chooseKonbini(page: Page): Promise<string> {
  await fillCart(page, 'Stoneware mug');
  await checkOut(page);
  await page.getByLabel('Email').fill('jenny.rosen@example.com');
  await page.getByRole('radio', { name: 'Konbini' }).check();
  await page.getByLabel('Full name').fill('Jenny Rosen');
  return sessionIdIn(page);
}

test('a voucher stays on Stripe’s page, is awaited by the confirmation, and thanked for when it is paid', async ({
  page,
  shop,
}) => {
  const sessionId = await chooseKonbini(page);
  const amount = /¥[\d,]+/.exec((await payButton(page).textContent()) ?? '')?.[0] ?? 'no amount';
  await payButton(page).click();

  await expect(headingOf(page)).toHaveText('Your voucher');
  await expect(page).toHaveURL(/\/vouchers\/pi_/);
  await expect(page.getByText(amount, { exact: true })).toBeVisible();
  await expect(page.getByText('Lawson: payment code')).toBeVisible();
  await expect(page.getByText(/Pay this amount in a shop by .+ \d{4}/)).toBeVisible();

  // Later: the link of the confirmation, which Stripe would have led to after a card.
  const { success_url: link } = (await shop.control('GET', `sessions/${sessionId}`)) as {
    success_url: string;
  };
  await page.goto(link.replace('{CHECKOUT_SESSION_ID}', sessionId));
  await expect(headingOf(page)).toHaveText('One step left: pay your voucher');
  await expect(page.getByText('Left to pay')).toBeVisible();
  await expect(page.getByRole('link', { name: /^Cart/ })).toHaveText(/^Cart\s*0?$/);
  await page.getByRole('link', { name: 'Open the voucher' }).click();
  await expect(headingOf(page)).toHaveText('Your voucher');
  await page.goBack();
  await expect(headingOf(page)).toHaveText('One step left: pay your voucher');

  await shop.control('POST', `sessions/${sessionId}/settle`, {});
  await expect(headingOf(page)).toHaveText('Thanks for your order, Jenny Rosen!');
  await expect(page.getByText('Convenience store (konbini)')).toBeVisible();
});

test('a shopper with a voucher is shown it, or pays another way, which cancels it', async ({
  page,
  shop,
}) => {
  const sessionId = await chooseKonbini(page);
  await payButton(page).click();
  await expect(headingOf(page)).toHaveText('Your voucher');

  await fillCart(page, 'Beeswax candle');
  await page.getByRole('button', { name: 'Checkout' }).click();
  await expect(page.getByText(/You have a voucher open: order/)).toBeVisible();
  await page.getByRole('link', { name: 'Show it' }).click();
  await expect(headingOf(page)).toHaveText('One step left: pay your voucher');

  await fillCart(page, 'Linen tea towel');
  await page.getByRole('button', { name: 'Checkout' }).click();
  await page.getByRole('button', { name: 'Pay another way' }).click();
  await expect(page).toHaveURL(/cs_test_/);
  expect(sessionIdIn(page)).not.toBe(sessionId);
  await expect(shop.control('POST', `sessions/${sessionId}/settle`, {})).rejects.toThrow();
});
