import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { HttpClient } from '@shop/shop-harness/network/http-client';
import { openStripeProxy } from '@shop/shop-harness/network/stripe-proxy';
import type { StripeCall } from '@shop/shop-harness/network/stripe-proxy';
import { placeOrders } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import { freePort } from '@shop/stack';
import { defineDrill } from '../drill';
import { keepDoing } from '../keep-doing';
import { mostWithin } from '../most-within';

const REPLICAS = 3;
const CONNECTIONS = 32;
const UNKNOWN_A_SECOND = 1000;
/** How often the requests for unknown ids are repeated. */
const BEAT_MS = 20;
/** The promise: at most one call to Stripe in this time for one pending id. */
const INTERVAL_MS = 2000;

const unknownId = () => `cs_test_a1${randomBytes(28).toString('hex')}`;

/** A visitor with a new IP address, so that no limit for one address protects the shop. */
const newVisitor = () => ({
  'x-forwarded-for': `10.${[...randomBytes(3)].join('.')}`,
});

/**
 * Visitors request confirmations as fast as they can: of orders that do not exist, of one unpaid order, then of many
 * unpaid orders. A proxy in front of the sandbox counts the calls to Stripe. On PostgreSQL the requests go to three
 * replicas in turn, which share the limits.
 */
export const stripeQuota = defineDrill({
  name: 'stripe-quota',
  promise: 10,
  says: "a visitor cannot spend the shop's Stripe quota",
  databases: ['embedded', 'postgres'],
  rates: true,
  sizes: {
    full: { seconds: 10, pending: 200 },
    short: { seconds: 2, pending: 40 },
  },
  async run({ database, say }, { seconds, pending }) {
    const calls: StripeCall[] = [];
    await using shop = await Shop.open(database, {
      beforeStripe: (sandboxUrl) =>
        openStripeProxy(sandboxUrl, { onCall: (call) => calls.push(call) }),
    });
    await shop.start();
    const urls = [shop.url];
    while (database === 'postgres' && urls.length < REPLICAS) {
      const api = await shop.start({ API_PORT: String(await freePort()) });
      urls.push(api.url);
    }
    const orders = await placeOrders(shop, pending);
    const client = new HttpClient(CONNECTIONS);
    const statuses: Record<string, number> = {};
    let asked = 0;
    const ask = async (stripeSessionId: string) => {
      const path = `/api/orders/confirmation?session_id=${stripeSessionId}`;
      asked += 1;
      const { status } = await client.ask(`${urls[asked % urls.length]}${path}`, {
        headers: newVisitor(),
      });
      statuses[status] = (statuses[status] ?? 0) + 1;
    };
    const hammer = async (idOf: () => string) => {
      const from = { calls: calls.length, asked, at: performance.now() };
      using storm = keepDoing(CONNECTIONS, () => ask(idOf()));
      await wait(seconds * 1000);
      await storm.stop();
      const elapsedMs = performance.now() - from.at;
      const made = calls.slice(from.calls).filter(({ path }) => path.startsWith('/v1/checkout/'));
      say(`${asked - from.asked} asked, ${made.length} calls of Stripe`);
      return { made, elapsedMs, asked: asked - from.asked };
    };

    const start = performance.now();
    const beforeUnknown = calls.length;
    let answered: Promise<void>[] = [];
    for (let due = 0; due < seconds * UNKNOWN_A_SECOND;) {
      const shouldBe = Math.min(
        Math.floor(((performance.now() - start) / 1000) * UNKNOWN_A_SECOND),
        seconds * UNKNOWN_A_SECOND,
      );
      for (; due < shouldBe; due += 1) answered.push(ask(unknownId()));
      await wait(BEAT_MS);
    }
    await Promise.all(answered);
    answered = [];
    const unknownSeconds = (performance.now() - start) / 1000;
    const forUnknown = calls
      .slice(beforeUnknown)
      .filter(({ path }) => path.startsWith('/v1/checkout/'));

    const one = orders[0]?.stripeSessionId ?? '';
    const hammered = await hammer(() => one);
    const mixed = await hammer(() => orders[asked % orders.length]?.stripeSessionId ?? '');
    client.close();
    const others = Object.entries(statuses).filter(
      ([status]) => !['200', '404', '429'].includes(status),
    );
    return {
      target: {
        callsForUnknown: 0,
        unknownASecond: `>= ${0.9 * UNKNOWN_A_SECOND}`,
        callsForOnePending: `<= ${Math.floor(hammered.elapsedMs / INTERVAL_MS) + 1}`,
        mostCallsInASecond: '<= 10',
        otherAnswers: 0,
      },
      measured: {
        callsForUnknown: forUnknown.length,
        unknownASecond: Math.round((seconds * UNKNOWN_A_SECOND) / unknownSeconds),
        callsForOnePending: hammered.made.length,
        mostCallsInASecond: mostWithin(
          1000,
          [...hammered.made, ...mixed.made].map(({ at }) => at),
        ),
        otherAnswers: others.reduce((sum, [, count]) => sum + count, 0),
        askedForOnePending: hammered.asked,
        callsForManyPending: mixed.made.length,
        askedForManyPending: mixed.asked,
        answers: statuses,
      },
    };
  },
});
