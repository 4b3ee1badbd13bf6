import { randomUUID } from 'node:crypto';
import type { Answer } from '@shop/shop-harness/network/http-client';
import type { ConformanceShop } from '../conformance-shop';
import {
  databaseBroken,
  databaseUnavailable,
  FOREIGN,
  stripeGone,
  stripeRefuses,
  TOO_LARGE,
  usual,
} from './scenario';
import type { Scenarios } from './scenario';

const PATH = '/api/checkout';
const MOST_A_MINUTE = 10;

interface Cart {
  priceId?: string;
  quantity?: number;
  headers?: Record<string, string>;
  replaces?: string;
}

/** POST /api/checkout, of one mug by default. */
export const checkout = (
  shop: ConformanceShop,
  { priceId = shop.priceId, quantity = 1, headers = {}, replaces }: Cart = {},
): Promise<Answer> =>
  shop.post(
    PATH,
    { items: [{ priceId, quantity }], replaces },
    { 'idempotency-key': randomUUID(), ...headers },
  );

export const sessionOf = ({ status, body }: Answer): string => {
  const id = /cs_test_[A-Za-z0-9]+/.exec(body)?.[0];
  if (!id) throw new Error(`No session: ${status} ${body}`);
  return id;
};

/** The cookie of the browser that started the checkout, as a request sends it. */
export const cookieOf = ({ headers }: Answer): string =>
  String(headers['set-cookie']).split(';')[0] ?? '';

/** Checks out, changes the session, and checks out again with the same idempotency key. */
async function checkoutAgain(
  shop: ConformanceShop,
  meanwhile: (stripeSessionId: string) => Promise<unknown>,
): Promise<Answer> {
  const headers = { 'idempotency-key': randomUUID() };
  await meanwhile(sessionOf(await checkout(shop, { headers })));
  return checkout(shop, { headers });
}

/** A debit takes days; with `microdeposits` the bank account has to be confirmed before. */
const payByDebit = (shop: ConformanceShop, stripeSessionId: string, options: object) =>
  shop.shop.sandbox.call('POST', `sessions/${stripeSessionId}/complete`, {
    method: 'us_bank_account',
    ...options,
  });

/** Checks out a product of this price, which was made a moment ago. */
async function checkoutOf(
  shop: ConformanceShop,
  amountMinor: number,
  quantity: number,
): Promise<Answer> {
  const { id } = await shop.shop.stripe.products.create({ name: 'A sticker or a ship' });
  const price = await shop.shop.stripe.prices.create({
    product: id,
    currency: 'usd',
    unit_amount: amountMinor,
  });
  const answer = await checkout(shop, { priceId: price.id, quantity });
  await shop.shop.stripe.products.update(id, { active: false });
  return answer;
}

/** Checks out two subscriptions that renew at different intervals, of a product that was made a moment ago. */
async function checkoutOfIntervals(shop: ConformanceShop): Promise<Answer> {
  const { stripe } = shop.shop;
  const { id: product } = await stripe.products.create({ name: 'A club' });
  const items: { priceId: string; quantity: number }[] = [];
  for (const interval of ['month', 'year'] as const) {
    const { id: priceId } = await stripe.prices.create({
      product,
      currency: 'usd',
      unit_amount: 900,
      recurring: { interval },
    });
    items.push({ priceId, quantity: 1 });
  }
  const answer = await shop.post(PATH, { items }, { 'idempotency-key': randomUUID() });
  // Other scenarios look for a price that renews.
  for (const { priceId } of items) await stripe.prices.update(priceId, { active: false });
  await stripe.products.update(product, { active: false });
  return answer;
}

export const checkoutScenarios: Scenarios = {
  'products 200': usual((shop) => shop.ask('/api/products')),
  'products 500 INTERNAL_ERROR': databaseBroken((shop) => shop.ask('/api/products')),
  'products 502 CHECKOUT_UNAVAILABLE': stripeRefuses((shop) => shop.ask('/api/products')),
  'products 503 STRIPE_UNAVAILABLE': stripeGone((shop) => shop.ask('/api/products')),
  'products 503 SERVICE_UNAVAILABLE': databaseUnavailable((shop) => shop.ask('/api/products')),

  'start 201': usual((shop) => checkout(shop)),
  'start 400 INVALID_REQUEST': usual((shop) => checkout(shop, { quantity: 0 })),
  'start 400 INVALID_IDEMPOTENCY_KEY': usual((shop) =>
    checkout(shop, { headers: { 'idempotency-key': 'again' } }),
  ),
  'start 400 PRICE_NOT_AVAILABLE': usual((shop) => checkout(shop, { priceId: 'price_unknown' })),
  'start 403 ORIGIN_NOT_ALLOWED': usual((shop) => checkout(shop, { headers: FOREIGN })),
  'start 409 IDEMPOTENCY_KEY_REUSED': usual(async (shop) => {
    const headers = { 'idempotency-key': randomUUID() };
    await checkout(shop, { headers });
    return checkout(shop, { headers, quantity: 2 });
  }),
  'start 409 CHECKOUT_EXPIRED': usual((shop) =>
    checkoutAgain(shop, (id) => shop.shop.sandbox.call('POST', `sessions/${id}/expire`)),
  ),
  'start 409 CHECKOUT_COMPLETED': usual((shop) =>
    checkoutAgain(shop, (id) => shop.shop.sandbox.complete(id)),
  ),
  'start 404 ORDER_NOT_FOUND': usual((shop) => checkout(shop, { replaces: 'cs_test_unknown' })),
  'start 409 PAYMENT_OPEN': usual((shop) =>
    checkoutAgain(shop, (id) => payByDebit(shop, id, { microdeposits: true })),
  ),
  'start 409 PAYMENT_NOT_CANCELED': usual(async (shop) => {
    const first = await checkout(shop);
    await payByDebit(shop, sessionOf(first), {});
    return checkout(shop, { replaces: sessionOf(first), headers: { cookie: cookieOf(first) } });
  }),
  'start 409 OUT_OF_STOCK': usual((shop) =>
    checkout(shop, { priceId: shop.countedPriceId, quantity: 2 }),
  ),
  'start 413 PAYLOAD_TOO_LARGE': usual((shop) => shop.post(PATH, TOO_LARGE)),
  'start 415 UNSUPPORTED_MEDIA_TYPE': usual((shop) =>
    checkout(shop, { headers: { 'content-type': 'text/plain' } }),
  ),
  'start 422 AMOUNT_TOO_SMALL': usual((shop) => checkoutOf(shop, 30, 1)),
  'start 422 AMOUNT_TOO_LARGE': usual((shop) => checkoutOf(shop, 5_000_000, 99)),
  'start 422 CART_NOT_PAYABLE_AT_ONCE': usual(checkoutOfIntervals),
  'start 429 RATE_LIMITED': usual(async (shop) => {
    const headers = { 'x-forwarded-for': '203.0.113.7' };
    for (let n = 0; n < MOST_A_MINUTE; n += 1) await checkout(shop, { headers });
    return checkout(shop, { headers });
  }),
  'start 500 INTERNAL_ERROR': databaseBroken((shop) => checkout(shop)),
  'start 502 CHECKOUT_UNAVAILABLE': usual(async (shop) => {
    const { sandbox } = shop.shop;
    await sandbox.faults({ missingPermissions: ['rak_checkout_session_write'] });
    const answer = await checkout(shop);
    await sandbox.faults();
    return answer;
  }),
  'start 503 STRIPE_UNAVAILABLE': usual(async (shop) => {
    const { sandbox } = shop.shop;
    await sandbox.faults({ status: 500, path: '/v1/checkout/sessions' });
    const answer = await checkout(shop);
    await sandbox.faults();
    return answer;
  }),
  'start 503 SERVICE_UNAVAILABLE': databaseUnavailable((shop) => checkout(shop)),
};
