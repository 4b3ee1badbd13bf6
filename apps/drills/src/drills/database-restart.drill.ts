import { setTimeout as wait } from 'node:timers/promises';
import { createCluster } from '@shop/shop-harness/database/postgres-cluster';
import { serverAt } from '@shop/shop-harness/database/postgres-server';
import { HttpClient } from '@shop/shop-harness/network/http-client';
import { randomBetween, shuffled } from '@shop/shop-harness/random';
import { payOrders, placeOrders } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import { rowEvent } from '@shop/shop-harness/shop/stripe-event';
import { Deliveries } from '@shop/shop-harness/storm/deliveries';
import { lostEvents, mailedTwice, settle } from '@shop/shop-harness/storm/final-state';
import { eventsOfPaidSession } from '@shop/shop-harness/storm/paid-session-events';
import { defineDrill } from '../drill';
import { keepDoing } from '../keep-doing';

const CONNECTIONS = 32;

/**
 * Stops PostgreSQL at once, as in a crash, and starts it again, several times during a storm. Events of paid orders
 * come all the time, and each is retried until it is acknowledged. The drill starts a server of its own, because it may
 * not stop the one of TEST_DATABASE_URL.
 */
export const databaseRestart = defineDrill({
  name: 'database-restart',
  promise: 5,
  says: 'a database restart costs retries, not data',
  databases: ['postgres'],
  timed: true,
  sizes: { full: { restarts: 10, orders: 200 }, short: { restarts: 1, orders: 6 } },
  async run({ database, say }, size) {
    const cluster = await createCluster();
    if (!cluster) throw new Error('PostgreSQL is not installed, so it cannot be stopped.');
    await using shop = await Shop.open(database, { server: serverAt(cluster.url) });
    const api = await shop.start();
    let ends = 0;
    void api.exited.then(() => (ends += 1));
    const sessions = await payOrders(shop, await placeOrders(shop, size.orders));
    const events = shuffled(sessions.flatMap(eventsOfPaidSession));
    const eventsPerRestart = Math.ceil(events.length / size.restarts);

    using deliveries = new Deliveries(new HttpClient(CONNECTIONS));
    const queue: typeof events = [];
    using storm = keepDoing(CONNECTIONS, () =>
      deliveries.untilTaken(() => shop.url, queue.pop() ?? rowEvent()),
    );
    const backMs: number[] = [];
    for (let restart = 1; restart <= size.restarts; restart += 1) {
      await wait(randomBetween(300, 1000));
      queue.push(...events.splice(0, eventsPerRestart));
      await wait(randomBetween(0, 50));
      await cluster.stopImmediately();
      await wait(randomBetween(200, 1500));
      await cluster.start();
      const ready = performance.now();
      await deliveries.reached(deliveries.acknowledged.size + 1);
      backMs.push(performance.now() - ready);
      say(
        `restart ${restart} of ${size.restarts}: first 200 after ${Math.round(backMs.at(-1) ?? 0)} ms`,
      );
    }
    while (queue.length > 0) await wait(50);
    await storm.stop();
    const processEnds = ends;

    const finalState = await settle(shop, size.orders, 60_000);
    const lost = await lostEvents(shop, deliveries.acknowledged);
    const neither = (status: number) => status !== 200 && status !== 503;
    await shop.close();
    await cluster.close();
    return {
      target: {
        restarts: size.restarts,
        lost: 0,
        processEnds: 0,
        neither200Nor503: 0,
        unanswered: 0,
        longestMsToFirst200: '<= 2000',
        fulfilled: size.orders,
        fulfilledTwice: 0,
      },
      measured: {
        restarts: backMs.length,
        lost: lost.length,
        processEnds,
        neither200Nor503: deliveries.answered(neither),
        unanswered: Object.values(deliveries.unanswered).reduce((sum, count) => sum + count, 0),
        longestMsToFirst200: Math.round(Math.max(...backMs)),
        ...finalState,
        mailedTwice: mailedTwice(shop),
        acknowledged: deliveries.acknowledged.size,
        answers: deliveries.statuses,
      },
    };
  },
});
