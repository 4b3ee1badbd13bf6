import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inParallel } from '@shop/shop-harness/in-parallel';
import { HttpClient } from '@shop/shop-harness/network/http-client';
import { openStripeProxy } from '@shop/shop-harness/network/stripe-proxy';
import type { Refusal } from '@shop/shop-harness/network/stripe-proxy';
import { payOrders, placeOrders } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import { eventAbout } from '@shop/shop-harness/shop/stripe-event';
import { Deliveries } from '@shop/shop-harness/storm/deliveries';
import { settle } from '@shop/shop-harness/storm/final-state';
import { until } from '@shop/shop-harness/until';
import { repositoryRoot } from '@shop/stack';
import type Stripe from 'stripe';
import { acceptOrders, deadLettersOf, mostRetries, refuseOrders } from '../database/refused-orders';
import { defineDrill } from '../drill';

const run = promisify(execFile);

const REFUSED_BY_STRIPE: Refusal[] = [
  { status: 400, error: { type: 'invalid_request_error', message: 'Received unknown parameter' } },
  { status: 401, error: { type: 'invalid_request_error', code: 'api_key_expired' } },
  { status: 403, error: { type: 'invalid_request_error', message: 'does not have access' } },
];

/** A text with NUL, a number out of range, a broken check, a key that is there already. */
const REFUSED_BY_DATABASE = ['22021', '22003', '23514', '23505'];

const KINDS = [...REFUSED_BY_STRIPE, ...REFUSED_BY_DATABASE];

/** Stripe tells of one payment by several events. */
const EVENTS = ['checkout.session.completed', 'checkout.session.async_payment_succeeded'];

const AT_ONCE = 4;

/**
 * Orders that Stripe or the database refuse for good, each in its way. Every order is told to a person once, however many
 * events are about it, and no job is tried more than once again. Then the causes are mended, the person runs
 * `npm run orders -- retry-dead`, and all are fulfilled.
 */
export const permanentRefusals = defineDrill({
  name: 'permanent-refusals',
  promise: 24,
  says: 'a permanent refusal is not retried and not silent',
  databases: ['embedded', 'postgres'],
  sizes: { full: { ordersOfAKind: 20 }, short: { ordersOfAKind: 1 } },
  async run({ database, say }, { ordersOfAKind }) {
    const refusals = new Map<string, Refusal>();
    await using shop = await Shop.open(database, {
      beforeStripe: (url) => openStripeProxy(url, { refuse: (id) => refusals.get(id) }),
    });
    await shop.start();
    const orders = await placeOrders(shop, KINDS.length * ordersOfAKind);
    const sessions = await payOrders(shop, orders);
    const kinds = orders.map((order, index) => ({ ...order, kind: KINDS[index % KINDS.length] }));
    await shop.inspect((query) =>
      refuseOrders(
        query,
        kinds.flatMap(({ number, kind }) =>
          typeof kind === 'string' ? { number, sqlState: kind } : [],
        ),
      ),
    );
    for (const { stripeSessionId, kind } of kinds) {
      if (typeof kind === 'object') refusals.set(stripeSessionId, kind);
    }
    if (!shop.api) await shop.start();

    using deliveries = new Deliveries(new HttpClient(AT_ONCE));
    const events = sessions.flatMap((session: Stripe.Checkout.Session) =>
      EVENTS.map((type) => eventAbout(session, type)),
    );
    await inParallel(events, AT_ONCE, (event) => deliveries.once(shop.url, event));
    await until(
      () => alertsByOrder(shop).size,
      (size) => size >= orders.length,
      { timeoutMs: 60_000 },
    );
    const dead = await untilDead(
      shop,
      events.map(({ id }) => id),
    );
    const retries = await shop.inspect(mostRetries);
    const alerts = alertsByOrder(shop);
    say(`${dead} dead letters of ${orders.length} orders`);

    refusals.clear();
    await shop.inspect(acceptOrders);
    await shop.stop();
    await run(process.execPath, [join(repositoryRoot, 'dist/apps/api/orders.js'), 'retry-dead'], {
      env: shop.commandEnv(),
    });
    await shop.start();
    const finalState = await settle(shop, orders.length, 60_000);
    return {
      target: {
        alertedOnce: orders.length,
        deadLetters: events.length,
        mostRetries: '<= 1',
        fulfilled: orders.length,
        fulfilledTwice: 0,
        unhandled: 0,
      },
      measured: {
        alertedOnce: orders.filter(({ number }) => alerts.get(number) === 1).length,
        deadLetters: dead,
        mostRetries: retries,
        ...finalState,
        answers: deliveries.statuses,
      },
    };
  },
});

/** On the embedded database the API is stopped for each look, and started again. */
async function untilDead(shop: Shop, eventIds: string[]): Promise<number> {
  return until(
    async () => {
      const found = await shop.inspect((query) => deadLettersOf(query, eventIds));
      if (found < eventIds.length && !shop.api) await shop.start();
      return found;
    },
    (found) => found >= eventIds.length,
    { timeoutMs: 60_000, everyMs: 1000 },
  );
}

/** The number of alerts about an order in the log that say what to do, by order number. */
function alertsByOrder(shop: Shop): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { alert, orderNumber, reason, msg } of shop.complaints) {
    if (alert !== true || typeof orderNumber !== 'string') continue;
    if (msg !== 'order needs a person' || !String(reason).includes('retry-dead')) continue;
    counts.set(orderNumber, (counts.get(orderNumber) ?? 0) + 1);
  }
  return counts;
}
