import { randomUUID } from 'node:crypto';
import { HttpClient } from '@shop/shop-harness/network/http-client';
import { placeOrders, pricesOf } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import { until } from '@shop/shop-harness/until';
import type Stripe from 'stripe';
import { defineDrill } from '../drill';
import { keepDoing } from '../keep-doing';
import { CartAttempt } from '../shop/cart-attempt';

/** All the faults of Stripe that the sandbox has. `after`: the session is created, but the answer is lost. */
const faults: Record<string, object> = {
  'takes the request and never answers, after making the session': { hang: true, when: 'after' },
  'resets the connection, after making the session': { reset: true, when: 'after' },
  'answers 500': { status: 500 },
  'stops in the middle of its answer': { stall: true },
  'answers 429': { status: 429 },
  'resets the connection': { reset: true },
  'takes the request and never answers': { hang: true },
  'answers one byte at a time': { drip: true },
  'answers 500, after making the session': { status: 500, when: 'after' },
  'answers 500, and will again whenever it is asked with that key': {
    status: 500,
    when: 'instead',
  },
};

/** Clicks on one button at the same time. */
const CLICKS = 10;
const PAGES = 4;
const TIMEOUT_MS = 20_000;

/**
 * Stripe is slow or broken in each way, one after the other. Shoppers check out with ten clicks at once; others look at
 * the confirmation of unpaid orders. When Stripe works again, each shopper retries with the same cart.
 */
export const slowStripe = defineDrill({
  name: 'slow-stripe',
  promise: 9,
  says: 'a broken Stripe makes no second session, no hung page',
  databases: ['embedded', 'postgres'],
  timed: true,
  sizes: {
    full: { ways: Object.keys(faults).length, shoppers: 4 },
    short: { ways: 1, shoppers: 2 },
  },
  async run({ database, say }, { ways, shoppers }) {
    await using shop = await Shop.open(database);
    await shop.start();
    const client = new HttpClient(shoppers * CLICKS + PAGES);
    const priceId = (await pricesOf(client, shop.url))[0] ?? '';
    const waiting = await placeOrders(shop, PAGES);

    const attempts: CartAttempt[] = [];
    const pages = { longestMs: 0, refused: 0, shown: 0 };
    const page = async () => {
      const { stripeSessionId } = waiting[pages.shown++ % waiting.length] ?? {
        stripeSessionId: '',
      };
      const url = `${shop.url}/api/orders/confirmation?session_id=${stripeSessionId}`;
      const { status, ms } = await client.ask(url, { timeoutMs: TIMEOUT_MS });
      pages.longestMs = Math.max(pages.longestMs, ms);
      if (status !== 200) pages.refused += 1;
    };
    for (const [way, fault] of Object.entries(faults).slice(0, ways)) {
      await shop.sandbox.faults(fault);
      const now = Array.from(
        { length: shoppers },
        () => new CartAttempt(client, shop.url, randomUUID(), priceId),
      );
      using views = keepDoing(PAGES, page);
      await Promise.all(now.map((attempt) => attempt.click(CLICKS)));
      await views.stop();
      await shop.sandbox.faults();
      await Promise.all(
        now.map((attempt) => until(() => attempt.click(1), Boolean, { timeoutMs: TIMEOUT_MS })),
      );
      attempts.push(...now);
      say(
        `Stripe ${way}: at most ${Math.round(Math.max(...now.map(({ longestMs }) => longestMs)))} ms`,
      );
    }
    client.close();

    const { sessions } = (await shop.sandbox.call('GET', 'sessions')) as {
      sessions: Stripe.Checkout.Session[];
    };
    const strays = attempts.flatMap(({ statuses }) =>
      Object.entries(statuses).filter(([status]) => status !== '201' && status !== '503'),
    );
    return {
      target: {
        sessions: attempts.length + waiting.length,
        attemptsWithOneUrl: attempts.length,
        neither201Nor503: 0,
        longestCreateMs: '<= 10000',
        longestConfirmationMs: '<= 2000',
        confirmationsRefused: 0,
      },
      measured: {
        sessions: sessions.length,
        attemptsWithOneUrl: attempts.filter(({ urls }) => urls.size === 1).length,
        neither201Nor503: strays.reduce((sum, [, count]) => sum + count, 0),
        longestCreateMs: Math.round(Math.max(...attempts.map(({ longestMs }) => longestMs))),
        longestConfirmationMs: Math.round(pages.longestMs),
        confirmationsRefused: pages.refused,
        clicks: attempts.length * CLICKS,
        confirmations: pages.shown,
      },
    };
  },
});
