import { REAL_SHOP } from './environments';
import { headingOf } from './heading-of';
import {
  amountBeside,
  checkOut,
  expect,
  fillCart,
  fillPayment,
  payButton,
  SHIP_TO,
  sessionIdIn,
  test,
} from './shop';

test.use({ shopEnv: REAL_SHOP });

test('what is chosen on the payment page is what the page, the mail and Stripe say', async ({
  page,
  shop,
}) => {
  await shop.control('PUT', 'settings', { taxBehavior: 'inclusive' });
  await fillCart(page, 'Stoneware mug');
  await checkOut(page);
  const sessionId = sessionIdIn(page);
  await expect(page.getByText('Morrow Goods', { exact: true })).toBeVisible();
  await expect(page.getByText('We ship on weekdays.')).toBeVisible();

  // Each of these changes the total, and the page with it.
  await page.getByRole('spinbutton', { name: 'Quantity of Stoneware mug' }).fill('3');
  await page.getByRole('spinbutton', { name: 'Quantity of Stoneware mug' }).press('Tab');
  await expect(payButton(page)).toHaveText('Pay $77.00');
  await page.getByRole('button', { name: 'Add Linen tea towel' }).click();
  await expect(payButton(page)).toHaveText('Pay $95.50');
  await page.getByRole('radio', { name: /Courier/ }).check();
  await expect(payButton(page)).toHaveText('Pay $105.50');

  await fillPayment(page, { shipTo: SHIP_TO });
  await page.getByLabel('Phone number').fill('+1 415 555 0132');
  await page.getByLabel('PO number (optional)').fill('PO-2026-118');
  await page.getByLabel('Business name (optional)').fill('Rosen GmbH');
  await page.getByLabel('Tax ID (optional)').fill('DE123456789');
  await payButton(page).click();
  await expect(page.getByRole('alert')).toHaveText(
    'You must accept the terms of service to continue.',
  );
  await page.getByLabel('I agree to the terms of service').check();
  await page.getByLabel('Card number').fill('4242 4242 4242 4242');
  await page.getByLabel('Expiration').fill('12 / 34');
  await page.getByLabel('CVC').fill('123');
  await payButton(page).click();

  await expect(headingOf(page)).toHaveText('Thanks for your order, Jenny Rosen!');
  const items = page.getByRole('main').getByRole('listitem');
  await expect(items.filter({ hasText: 'Stoneware mug' })).toContainText('Quantity 3');
  await expect(items.filter({ hasText: 'Linen tea towel' })).toContainText('$18.50');
  await expect(amountBeside(page, 'Shipping')).toHaveText('$15.00');
  await expect(page.getByText('incl. $9.59 tax')).toBeVisible();
  for (const [label, text] of [
    ['Shipping method', 'Courier · business days: ≤ 1'],
    ['PO number', 'PO-2026-118'],
    ['Company', 'Rosen GmbH'],
    ['Tax ID', 'DE123456789'],
    ['Phone', '+1 415 555 0132'],
    ['Terms', 'You agreed to the terms'],
    ['On your statement', 'SANDBOX* GOODS'],
  ] as const)
    await expect(amountBeside(page, label)).toHaveText(text);

  const session = await shop.stripe.checkout.sessions.retrieve(sessionId);
  expect(session).toMatchObject({ amount_total: 10_550, total_details: { amount_tax: 959 } });
  expect(shop.logged('order needs a person')).toEqual([]);
  await expect.poll(shop.mails).toContainEqual(expect.stringContaining('$105.50'));

  const pdf = await page.request.get(
    String(await page.getByRole('link', { name: 'Invoice as PDF' }).getAttribute('href')),
  );
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('link', { name: 'Open the invoice' }).click();
  await expect(headingOf(page)).toHaveText(/^Invoice /);
  await expect(page.getByText('$105.50')).toBeVisible();
});

test('tax is added by the country of the shopper', async ({ page, shop }) => {
  await shop.control('PUT', 'settings', { taxBehavior: 'exclusive' });
  await fillCart(page, 'Stoneware mug');
  await checkOut(page);
  const sessionId = sessionIdIn(page);
  await page.getByLabel('Country or region').selectOption('DE');
  // 19 % of the mug is added; the rate of the shipping has its tax in it, as the shop file says.
  await expect(payButton(page)).toHaveText('Pay $33.56');
  await fillPayment(page, { shipTo: SHIP_TO });
  await page.getByLabel('Phone number').fill('+49 30 1234567');
  await page.getByLabel('I agree to the terms of service').check();
  await payButton(page).click();
  await expect(headingOf(page)).toHaveText('Thanks for your order, Jenny Rosen!');
  await expect(amountBeside(page, 'Tax')).toHaveText('$4.56');
  await expect(page.getByText('incl. $0.80 tax')).toBeVisible();
  const session = await shop.stripe.checkout.sessions.retrieve(sessionId);
  expect(session.amount_total).toBe(3356);
  expect(shop.logged('order needs a person')).toEqual([]);
});
