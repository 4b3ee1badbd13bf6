import type { Page } from '@playwright/test';
import { headingOf } from './heading-of';
import {
  amountBeside,
  buyByCard,
  checkOut,
  expect,
  fillCart,
  fillPayment,
  payButton,
  sessionIdIn,
  test,
} from './shop';
import type { Shop } from './shop';

const THANKS = 'Thanks for your order, Jenny Rosen!';
const REFUNDED = 'Your order has been refunded';

// The first test and the last are about one order: the minute until the next sweep passes in between.
test.describe.configure({ mode: 'serial' });

/** Reloads the page until its heading says so: the page does not ask again for a state that is final. */
async function comeBackFor(page: Page, heading: string, timeout?: number): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(headingOf(page)).toHaveText(heading, { timeout: 1000 });
  }).toPass(timeout === undefined ? {} : { timeout });
}

/** Stripe's own API. @returns the parsed answer */
async function stripe(shop: Shop, path: string, params?: Record<string, string>): Promise<unknown> {
  const response = await fetch(`${shop.sandbox?.url}/v1/${path}`, {
    headers: { authorization: 'Bearer sk_test_sandbox' },
    ...(params && { method: 'POST', body: new URLSearchParams(params) }),
  });
  expect(response.status).toBe(200);
  return response.json();
}

const firstIdOf = async (shop: Shop, list: string): Promise<string> => {
  const { data } = (await stripe(shop, list)) as { data: { id: string }[] };
  return data[0]?.id ?? '';
};

interface RecordedEvent {
  type: string;
  data: { object: { id?: string } };
  deliveries: unknown[];
}

let unheard: string;

test('a refund is made while the endpoint is disabled: no event is sent', async ({
  page,
  shop,
}) => {
  const id = await buyByCard(page, 'Field notebook');
  unheard = page.url();
  const endpoint = `webhook_endpoints/${await firstIdOf(shop, 'webhook_endpoints')}`;
  await stripe(shop, endpoint, { disabled: 'true' });
  const refund = (await shop.control('POST', `sessions/${id}/refund`, {})) as { id: string };
  await stripe(shop, endpoint, { disabled: 'false' });
  const { events } = (await shop.control('GET', 'events')) as { events: RecordedEvent[] };
  const about = events.filter(({ data }) => data.object.id === refund.id);
  expect(about.map(({ type }) => type)).toContain('refund.created');
  expect(about.flatMap(({ deliveries }) => deliveries)).toEqual([]);
});

test('a refund that is on its way, and then fails', async ({ page, shop }) => {
  const id = await buyByCard(page, 'Stoneware mug', { card: '4000 0000 0000 7726' });
  const refund = await shop.control('POST', `sessions/${id}/refund`, {});
  await comeBackFor(page, 'Your refund of $24.00 is on its way');
  const list = page.getByRole('list', { name: 'Refunds' });
  await expect(list).toContainText('Refund on its way');
  await shop.control('POST', `refunds/${(refund as { id: string }).id}/fail`, {});
  await comeBackFor(page, 'Your refund of $24.00 didn’t reach you');
  await expect(list).toContainText('Refund failed');
  await expect(amountBeside(page, 'Refunded')).toHaveCount(0);
});

test('a dispute that is opened, and then lost', async ({ page, shop }) => {
  const id = await buyByCard(page, 'Stoneware mug');
  const dispute = await shop.control('POST', `sessions/${id}/dispute`, {});
  await comeBackFor(page, 'The payment of your order is being disputed');
  await shop.control('POST', `disputes/${(dispute as { id: string }).id}/close`, {
    outcome: 'lost',
  });
  await comeBackFor(page, 'Your bank has taken the payment back');
  await expect(page.getByText('nothing more will be sent for it')).toBeVisible();
});

test('a payment under review waits, and the open page thanks when it is approved', async ({
  page,
  shop,
}) => {
  await fillCart(page, 'Stoneware mug');
  await checkOut(page);
  await fillPayment(page, { card: '4000 0000 0000 9235' });
  await payButton(page).click();
  await expect(headingOf(page)).toHaveText('We’re checking your payment');
  await expect(page.getByText('please don’t pay again')).toBeVisible();
  await shop.control('POST', `reviews/${await firstIdOf(shop, 'reviews')}/approve`, {});
  await expect(headingOf(page)).toHaveText(THANKS);
});

test('a bank transfer in parts: the open page says what is left, then thanks', async ({
  page,
  shop,
}) => {
  await shop.control('PUT', 'settings', { bankTransfers: true, voucherPayerStays: false });
  await fillCart(page, 'Stoneware mug');
  await checkOut(page);
  const id = sessionIdIn(page);
  await page.getByLabel('Email').fill('jenny.rosen@example.com');
  await page.getByRole('radio', { name: 'Bank transfer' }).check();
  await page.getByLabel('Full name').fill('Jenny Rosen');
  await payButton(page).click();
  await expect(headingOf(page)).toHaveText('One step left: make your bank transfer');
  await expect(amountBeside(page, 'Left to pay')).toHaveText('$24.00');
  await expect(amountBeside(page, 'Reference')).toHaveText(/^\w{12}$/);
  await shop.control('POST', `sessions/${id}/transfer`, { amount: 1900 });
  await expect(amountBeside(page, 'Left to pay')).toHaveText('$5.00');
  await expect(page.getByRole('link', { name: 'Open the instructions' })).toBeVisible();
  await shop.control('POST', `sessions/${id}/transfer`, { amount: 500 });
  await expect(headingOf(page)).toHaveText(THANKS);
});

test('the refund of which no event told is on the page after the next sweep', async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto(unheard);
  await comeBackFor(page, REFUNDED, 75_000);
  await expect(amountBeside(page, 'Refunded')).toHaveText('−$12.49');
});
