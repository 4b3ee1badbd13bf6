import { inParallel } from '@shop/shop-harness/in-parallel';
import { openStripeProxy } from '@shop/shop-harness/network/stripe-proxy';
import type { StripeCall } from '@shop/shop-harness/network/stripe-proxy';
import { payOrders, placeOrders } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import { settle } from '@shop/shop-harness/storm/final-state';
import { until } from '@shop/shop-harness/until';
import { defineDrill } from '../drill';
import type { Surroundings } from '../drill';

const AT_ONCE = 8;
const NEWEST_EVENTS = 200;
const WITHIN_MS = 120_000;

/** A deployment with its own database and endpoint, and what it asks Stripe. */
interface Deployed {
  shop: Shop;
  calls: StripeCall[];
  /** Ids of its sessions and of their payments. */
  ids: Set<string>;
}

/**
 * Two deployments share a Stripe account, so each hears of everything. Both sell at the same time: half of the orders are
 * paid, some of those refunded, the others are abandoned.
 */
export const twoDeployments = defineDrill({
  name: 'two-deployments',
  promise: 22,
  says: "another deployment's payments are left alone",
  databases: ['embedded', 'postgres'],
  sizes: { full: { orders: 500 }, short: { orders: 10 } },
  async run({ database, say }, { orders }) {
    const one = await deploy(database);
    await using first = one.shop;
    const other = await deploy(database, first);
    await using second = other.shop;
    await Promise.all([first.start(), second.start()]);
    await Promise.all([one, other].map((deployed) => sell(deployed, orders)));
    say(`${orders} orders in each deployment, half of them paid`);
    await untilDelivered(first);
    say('every event delivered');
    const [own, others] = await Promise.all([
      measure(one, other, orders),
      measure(other, one, orders),
    ]);
    const sums = Object.keys(own).map((name) => {
      const key = name as keyof typeof own;
      return [name, own[key] + others[key]] as const;
    });
    return {
      target: {
        paid: orders,
        expired: orders,
        fulfilled: orders,
        fulfilledTwice: 0,
        unhandled: 0,
        alerts: 0,
        retries: 0,
        deadLetters: 0,
        callsAboutTheOther: 0,
        // Of each order at least the event of its end.
        leftAlone: `>= ${2 * orders}`,
      },
      measured: Object.fromEntries(sums),
    };
  },
});

async function deploy(database: Surroundings['database'], beside?: Shop): Promise<Deployed> {
  const calls: StripeCall[] = [];
  const shop = await Shop.open(database, {
    sendsWebhooks: true,
    ...(beside && { sharesAccountOf: beside }),
    beforeStripe: (url) => openStripeProxy(url, { onCall: (call) => calls.push(call) }),
  });
  return { shop, calls, ids: new Set() };
}

/** Every second order is paid, every tenth of these refunded in part; the others expire. */
async function sell({ shop, ids }: Deployed, count: number): Promise<void> {
  const orders = await placeOrders(shop, count);
  const paid = orders.filter((_order, index) => index % 2 === 0);
  const abandoned = orders.filter((_order, index) => index % 2 === 1);
  const sessions = await payOrders(shop, paid);
  for (const { id, payment_intent: payment } of sessions) {
    ids.add(id);
    if (typeof payment === 'string') ids.add(payment);
  }
  const refunded = sessions.filter((_session, index) => index % 10 === 0);
  await inParallel(refunded, AT_ONCE, ({ id }) =>
    shop.sandbox.call('POST', `sessions/${id}/refund`, { amount: 100 }),
  );
  await inParallel(abandoned, AT_ONCE, async ({ stripeSessionId }) => {
    ids.add(stripeSessionId);
    await shop.stripe.checkout.sessions.expire(stripeSessionId);
  });
}

/** Waits until the newest events have reached both endpoints. */
async function untilDelivered({ sandbox }: Shop): Promise<void> {
  const pending = async () => {
    const { events } = (await sandbox.call('GET', `events?limit=${NEWEST_EVENTS}`)) as {
      events: { pendingEndpoints: string[] }[];
    };
    return events.filter(({ pendingEndpoints }) => pendingEndpoints.length > 0).length;
  };
  await until(pending, (count) => count === 0, { timeoutMs: WITHIN_MS, everyMs: 200 });
}

async function measure({ shop, calls }: Deployed, other: Deployed, orders: number) {
  const finalState = await settle(shop, orders / 2, WITHIN_MS);
  const [rows] = await shop.inspect((query) =>
    query<{ paid: number; expired: number; leftAlone: number; retries: number; dead: number }>(
      `select
        (select count(*) from orders where status = 'paid')::int as "paid",
        (select count(*) from orders where status = 'expired')::int as "expired",
        (select count(*) from webhook_events where outcome = 'other_deployment')::int as "leftAlone",
        (select count(*) from pgboss.job where retry_count > 0)::int as "retries",
        (select count(*) from pgboss.job where name like '%.dead')::int as "dead"`,
    ),
  );
  const told = shop.complaints.filter(({ msg, alert }) => msg === 'job failed' && !alert).length;
  return {
    ...finalState,
    paid: rows?.paid ?? 0,
    expired: rows?.expired ?? 0,
    alerts: shop.complaints.filter(({ alert }) => alert === true).length,
    retries: (rows?.retries ?? 0) + told,
    deadLetters: rows?.dead ?? 0,
    callsAboutTheOther: calls.filter(({ path }) => namesAny(path, other.ids)).length,
    leftAlone: rows?.leftAlone ?? 0,
  };
}

const namesAny = (path: string, ids: ReadonlySet<string>) =>
  (path.match(/(cs|pi)_\w+/g) ?? []).some((id) => ids.has(id));
