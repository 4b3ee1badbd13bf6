import { setTimeout as wait } from 'node:timers/promises';
import { HttpClient } from '@shop/shop-harness/network/http-client';
import { TcpProxy } from '@shop/shop-harness/network/tcp-proxy';
import type { Weather } from '@shop/shop-harness/network/tcp-proxy';
import { payOrders, placeOrders } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import { eventAbout, rowEvent } from '@shop/shop-harness/shop/stripe-event';
import { Deliveries } from '@shop/shop-harness/storm/deliveries';
import { lostEvents, settle } from '@shop/shop-harness/storm/final-state';
import { until } from '@shop/shop-harness/until';
import { defineDrill } from '../drill';
import { keepDoing } from '../keep-doing';
import { ObservedClient } from '../network/observed-client';

const WEATHERS: readonly Weather[] = ['black hole', 'reset', 'drip'];
const CONNECTIONS = 32;
const ORDERS = 6;
const TIMEOUT_MS = 10_000;
/** The pool has recovered when all answers are good for this time. */
const CALM_MS = 1000;

/**
 * The network to PostgreSQL fails under load, in three ways. Every request needs the database: a webhook, a
 * confirmation, the readiness check. While the network is bad, every answer must be a 503 within a bound. When it is
 * good again, the answers must be good too, and the orders that were paid meanwhile must be fulfilled.
 */
export const halfOpenDatabase = defineDrill({
  name: 'half-open-database',
  promise: 6,
  says: 'a half-open database hangs no request',
  databases: ['postgres'],
  timed: true,
  sizes: { full: { rounds: 3, badMs: 10_000 }, short: { rounds: 1, badMs: 3100 } },
  async run({ database, say }, { rounds, badMs }) {
    const proxies: TcpProxy[] = [];
    await using shop = await Shop.open(database, {
      beforeDatabase: async (url) => {
        const proxy = await TcpProxy.open(Number(url.port || 5432), url.hostname);
        proxies.push(proxy);
        url.host = `127.0.0.1:${proxy.port}`;
        return { url: url.href, close: () => proxy.close() };
      },
    });
    await shop.start();
    const orders = await placeOrders(shop, ORDERS);
    const sessions = await payOrders(shop, orders);

    // One more for the event that is delivered meanwhile, so that no request waits for a connection of the client.
    const observed = new ObservedClient(new HttpClient(CONNECTIONS + 1));
    using deliveries = new Deliveries(observed);
    const events = sessions.map((session) => eventAbout(session, 'checkout.session.completed'));
    const asks: (() => Promise<unknown>)[] = [
      () => observed.ask(`${shop.url}/api/health/ready`, { timeoutMs: TIMEOUT_MS }),
      ...orders.map(({ stripeSessionId }) => {
        const url = `${shop.url}/api/orders/confirmation?session_id=${stripeSessionId}`;
        return () => observed.ask(url, { timeoutMs: TIMEOUT_MS });
      }),
      ...sessions.map(() => () => deliveries.once(shop.url, rowEvent())),
    ];
    let turn = 0;
    using storm = keepDoing(CONNECTIONS, async () => {
      await asks[turn++ % asks.length]?.().catch(() => undefined);
      await wait(20);
    });

    const whileBad: Record<string, number> = {};
    const recoveryMs: number[] = [];
    for (const weather of Array.from({ length: rounds }, () => WEATHERS).flat()) {
      await wait(200);
      const from = performance.now();
      for (const proxy of proxies) proxy.weather = weather;
      const meanwhile = Promise.all(
        events.splice(0, 1).map((event) => deliveries.untilTaken(() => shop.url, event)),
      );
      await wait(badMs);
      const to = performance.now();
      for (const proxy of proxies) proxy.weather = 'clear';
      await until(
        () => observed.calmMsSince(to),
        (calmMs) => calmMs >= CALM_MS,
        { timeoutMs: 10_000 },
      );
      recoveryMs.push(observed.lastRefusalAfter(to));
      await meanwhile;
      for (const [status, count] of Object.entries(observed.statusesWithin(from, to))) {
        whileBad[status] = (whileBad[status] ?? 0) + count;
      }
      say(`${weather}: good again after ${Math.round(recoveryMs.at(-1) ?? 0)} ms`);
    }
    await storm.stop();

    const finalState = await settle(shop, ORDERS, 60_000);
    const lost = await lostEvents(shop, deliveries.acknowledged);
    const { 503: refused = 0, ...others } = whileBad;
    return {
      target: {
        longestAnswerMs: '<= 3000',
        unanswered: 0,
        not503WhileBad: 0,
        is503WhileBad: `>= ${rounds * WEATHERS.length}`,
        longestRecoveryMs: '<= 5000',
        lost: 0,
        fulfilled: ORDERS,
        fulfilledTwice: 0,
      },
      measured: {
        longestAnswerMs: Math.round(observed.longestMs),
        unanswered: observed.unanswered,
        not503WhileBad: Object.values(others).reduce((sum, count) => sum + count, 0),
        is503WhileBad: refused,
        longestRecoveryMs: Math.round(Math.max(...recoveryMs)),
        lost: lost.length,
        ...finalState,
        whileBad,
      },
    };
  },
});
