import type { Page } from '@playwright/test';
import { headingOf } from './heading-of';
import { checkOut, expect, fillCart, fillPayment, payButton, sessionIdIn, test } from './shop';
import type { CardDetails, Shop } from './shop';

const THANKS = 'Thanks for your order, Jenny Rosen!';

async function startPaying(page: Page, details?: CardDetails): Promise<string> {
  await fillCart(page, 'Field notebook');
  await checkOut(page);
  await fillPayment(page, details);
  return sessionIdIn(page);
}

async function orderNumberOn(page: Page): Promise<string> {
  const pattern = /\b[A-Z2-9]{4}-[A-Z2-9]{4}\b/;
  const text = (await page.getByText(pattern).first().textContent()) ?? '';
  return pattern.exec(text)?.[0] ?? '';
}

interface RecordedEvent {
  type: string;
  data: { object: { id?: string } };
  deliveries: { status: number | null }[];
}

/** What the API answered to each delivery of the session's completion. */
async function deliveries(shop: Shop, sessionId: string): Promise<(number | null)[]> {
  const { events } = (await shop.control('GET', 'events')) as { events: RecordedEvent[] };
  return events
    .filter(({ type }) => type === 'checkout.session.completed')
    .filter(({ data }) => data.object.id === sessionId)
    .flatMap((event) => event.deliveries.map(({ status }) => status));
}

const fulfilments = (shop: Shop, orderNumber: string) =>
  shop.logged('fulfilled').filter((line) => line['orderNumber'] === orderNumber).length;

test('an order is paid and fulfilled when the shopper closes the tab right after paying', async ({
  page,
  shop,
}) => {
  // Other tests buy in the same shop: this address tells this shopper's mail from theirs.
  const email = 'closed.tab@example.com';
  const sessionId = await startPaying(page, { email });
  await shop.control('PUT', 'settings', { shopperNeverReturns: true });
  const paid = page.waitForResponse((response) => response.request().method() === 'POST');
  await payButton(page).click();
  await paid;
  // Opened first: Chromium may not answer when the last page of a context closes and the next one opens.
  const later = await page.context().newPage();
  await page.close();

  const sent = async () => (await shop.mails()).filter((mail) => mail.includes(email));
  await expect.poll(async () => (await sent()).length).toBe(1);

  await later.goto(`${shop.shopUrl}/order/success?session_id=${sessionId}`);
  await expect(headingOf(later)).toHaveText(THANKS);
  expect(fulfilments(shop, await orderNumberOn(later))).toBe(1);
});

test('the page is right before a webhook that comes 5 s late', async ({ page, shop }) => {
  const sessionId = await startPaying(page);
  await shop.control('PUT', 'settings', { waitForWebhook: false });
  await shop.control('PUT', 'switches', { delayMs: 5000 });
  await payButton(page).click();
  await expect(headingOf(page)).toHaveText(THANKS);
  expect(await deliveries(shop, sessionId)).toEqual([]);

  await expect.poll(() => deliveries(shop, sessionId), { timeout: 15_000 }).toEqual([200]);
  const orderNumber = await orderNumberOn(page);
  await expect.poll(() => fulfilments(shop, orderNumber)).toBe(1);
});

test('a webhook that comes twice at once fulfils once', async ({ page, shop }) => {
  const sessionId = await startPaying(page);
  await shop.control('PUT', 'switches', { copies: 2 });
  await payButton(page).click();
  await expect(headingOf(page)).toHaveText(THANKS);
  await expect.poll(() => deliveries(shop, sessionId)).toEqual([200, 200]);
  const orderNumber = await orderNumberOn(page);

  // Jobs run in the order they were made: once a later order is fulfilled, no job of this one is left.
  await startPaying(page);
  await payButton(page).click();
  await expect(headingOf(page)).toHaveText(THANKS);
  const laterNumber = await orderNumberOn(page);
  expect(laterNumber).not.toBe(orderNumber);
  await expect.poll(() => fulfilments(shop, laterNumber)).toBe(1);
  expect(fulfilments(shop, orderNumber)).toBe(1);
});
