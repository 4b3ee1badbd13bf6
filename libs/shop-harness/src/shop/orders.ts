import { randomUUID } from 'node:crypto';
import type { ProductList } from '@shop/contract';
import type Stripe from 'stripe';
import { inParallel } from '../in-parallel';
import { HttpClient } from '../network/http-client';
import { until } from '../until';
import type { Shop } from './shop';

/** An order as its shopper knows it. */
export interface PlacedOrder {
  number: string;
  stripeSessionId: string;
  /** Unique to this shopper, so each mail can be matched to its order. */
  email: string;
  /** `browser=…`: the cookie with which the confirmation is shown in full. */
  cookie: string;
}

const AT_ONCE = 8;
const BUSY_MS = 30_000;

/**
 * Checks out `count` carts. Each shopper has their own browser and IP address.
 * @param only the prices to choose from; without it those of all products
 * @param first the number of the first shopper: the same one in a minute is held back by the limits of an address
 */
export async function placeOrders(
  shop: Pick<Shop, 'url'>,
  count: number,
  only?: readonly string[],
  first = 0,
): Promise<PlacedOrder[]> {
  const client = new HttpClient(AT_ONCE);
  try {
    const priceIds = only ?? (await pricesOf(client, shop.url));
    const shoppers = Array.from({ length: count }, (_, index) => first + index);
    return await inParallel(shoppers, AT_ONCE, (shopper) =>
      placeOrder(client, shop.url, shopper, priceIds[shopper % priceIds.length] ?? ''),
    );
  } finally {
    client.close();
  }
}

/** Pays each order. @returns the paid Checkout Sessions, in the same order */
export async function payOrders(
  shop: Pick<Shop, 'sandbox'>,
  orders: readonly PlacedOrder[],
): Promise<Stripe.Checkout.Session[]> {
  return inParallel(orders, AT_ONCE, async ({ stripeSessionId, email }) => {
    await shop.sandbox.complete(stripeSessionId, { email });
    return shop.sandbox.session(stripeSessionId);
  });
}

/** The prices of all products that are no subscription: a voucher cannot pay for one. */
export async function pricesOf(client: HttpClient, url: string): Promise<string[]> {
  const { body } = await client.ask(`${url}/api/products`);
  const { products } = JSON.parse(body) as ProductList;
  return products.flatMap(({ price }) => (price.recurring ? [] : price.id));
}

async function placeOrder(
  client: HttpClient,
  url: string,
  shopper: number,
  priceId: string,
): Promise<PlacedOrder> {
  const request = checkoutOf(shopper, priceId);
  // A busy machine answers 503; a shopper's page then repeats the request with its key, too.
  const answer = await until(
    () => client.ask(`${url}/api/checkout`, request),
    ({ status }) => status !== 503,
    { timeoutMs: BUSY_MS },
  );
  const placed = JSON.parse(answer.body) as { url?: string; orderNumber?: string };
  const stripeSessionId = /cs_test_[A-Za-z0-9]+/.exec(placed.url ?? '')?.[0];
  if (!stripeSessionId || !placed.orderNumber) {
    throw new Error(`No order for shopper ${shopper}: ${answer.status} ${answer.body}`);
  }
  const [cookie = ''] = [answer.headers['set-cookie'] ?? []].flat();
  return {
    number: placed.orderNumber,
    stripeSessionId,
    email: `shopper-${shopper}@drill.example`,
    cookie: cookie.split(';')[0] ?? '',
  };
}

/** The request POST /api/checkout of one shopper, from an IP address of their own. */
export function checkoutOf(shopper: number, priceId: string) {
  return {
    method: 'POST' as const,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      'x-forwarded-for': `10.${[shopper >> 16, shopper >> 8, shopper].map((n) => n & 255).join('.')}`,
    },
    body: JSON.stringify({ items: [{ priceId, quantity: 1 + (shopper % 3) }] }),
  };
}
