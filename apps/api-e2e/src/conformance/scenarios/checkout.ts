import { randomUUID } from 'node:crypto';
import type { Answer } from '@shop/shop-harness/network/http-client';
import type { ConformanceShop } from '../conformance-shop';
import {
  databaseBroken,
  databaseUnavailable,
  FOREIGN,
  stripeGone,
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
}

/** POST /api/checkout, of one mug by default. */
export const checkout = (
  shop: ConformanceShop,
  { priceId = shop.priceId, quantity = 1, headers = {} }: Cart = {},
): Promise<Answer> =>
  shop.post(
    PATH,
    { items: [{ priceId, quantity }] },
    { 'idempotency-key': randomUUID(), ...headers },
  );

export const sessionOf = ({ status, body }: Answer): string => {
  const id = /cs_test_[A-Za-z0-9]+/.exec(body)?.[0];
  if (!id) throw new Error(`No session: ${status} ${body}`);
  return id;
};

/** Checks out, changes the session, and checks out again with the same idempotency key. */
async function checkoutAgain(
  shop: ConformanceShop,
  meanwhile: (stripeSessionId: string) => Promise<unknown>,
): Promise<Answer> {
  const headers = { 'idempotency-key': randomUUID() };
  await meanwhile(sessionOf(await checkout(shop, { headers })));
  return checkout(shop, { headers });
}

export const checkoutScenarios: Scenarios = {
  'products 200': usual((shop) => shop.ask('/api/products')),
  'products 500 INTERNAL_ERROR': databaseBroken((shop) => shop.ask('/api/products')),
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
  'start 409 OUT_OF_STOCK': usual((shop) =>
    checkout(shop, { priceId: shop.countedPriceId, quantity: 2 }),
  ),
  'start 413 PAYLOAD_TOO_LARGE': usual((shop) => shop.post(PATH, TOO_LARGE)),
  'start 415 UNSUPPORTED_MEDIA_TYPE': usual((shop) =>
    checkout(shop, { headers: { 'content-type': 'text/plain' } }),
  ),
  'start 429 RATE_LIMITED': usual(async (shop) => {
    const headers = { 'x-forwarded-for': '203.0.113.7' };
    for (let n = 0; n < MOST_A_MINUTE; n += 1) await checkout(shop, { headers });
    return checkout(shop, { headers });
  }),
  'start 500 INTERNAL_ERROR': databaseBroken((shop) => checkout(shop)),
  'start 503 STRIPE_UNAVAILABLE': usual(async (shop) => {
    const { sandbox } = shop.shop;
    await sandbox.faults({ status: 500, path: '/v1/checkout/sessions' });
    const answer = await checkout(shop);
    await sandbox.faults();
    return answer;
  }),
  'start 503 SERVICE_UNAVAILABLE': databaseUnavailable((shop) => checkout(shop)),
};
