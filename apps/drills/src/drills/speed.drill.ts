import { webhook } from '@shop/shop-harness/bad-inputs/webhook-inputs';
import { bytesOf } from '@shop/shop-harness/network/raw-request';
import { shuffled } from '@shop/shop-harness/random';
import { payOrders, placeOrders } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import { sign } from '@shop/shop-harness/shop/stripe-event';
import { WEBHOOK_SECRET } from '@shop/shop-harness/shop/webhook-secret';
import { settle } from '@shop/shop-harness/storm/final-state';
import {
  EVENTS_PER_ORDER,
  eventsOfPaidSession,
} from '@shop/shop-harness/storm/paid-session-events';
import { defineDrill } from '../drill';
import { closedLoop } from '../network/closed-loop';

const CONNECTIONS = 64;

/**
 * Sends events of paid orders over 64 connections as fast as they are answered. All are different, each is stored
 * before its answer, and three of ten have a job. On PostgreSQL a worker runs the jobs and starts afterwards, so the
 * process that answers Stripe is measured. The embedded database allows no second process, so the jobs run at the same
 * time.
 */
export const speed = defineDrill({
  name: 'speed',
  promise: 19,
  says: 'speed under load',
  databases: ['embedded', 'postgres'],
  rates: true,
  sizes: {
    full: { orders: 2000, warmUp: 3000 },
    short: { orders: 200, warmUp: 800 },
  },
  async run({ database, say }, size) {
    await using shop = await Shop.open(database);
    const alone = database === 'embedded';
    await shop.start(alone ? {} : { WORKER: 'none' });
    const sessions = await payOrders(shop, await placeOrders(shop, size.orders));
    const events = shuffled(sessions.flatMap(eventsOfPaidSession));
    // Signed before the measurement starts. A signature is valid for five minutes.
    const requests = events.map(({ body }) => {
      const { headers, ...request } = webhook(body, sign(body, WEBHOOK_SECRET));
      return bytesOf({ ...request, headers: [...headers, ['Connection', 'keep-alive']] });
    });
    await closedLoop(shop.url, requests.splice(0, size.warmUp), CONNECTIONS);
    const { latenciesMs, seconds, statuses } = await closedLoop(shop.url, requests, CONNECTIONS);
    const percentile = (share: number) =>
      Math.round((latenciesMs[Math.floor(share * (latenciesMs.length - 1))] ?? 0) * 10) / 10;
    say(`${Math.round(latenciesMs.length / seconds)} events a second`);

    if (!alone) await shop.startWorker();
    const finalState = await settle(shop, size.orders, 180_000);
    return {
      target: {
        eventsASecond: alone ? '>= 400' : '>= 1000',
        p99Ms: '<= 250',
        answered200: size.orders * EVENTS_PER_ORDER - size.warmUp,
        fulfilled: size.orders,
        fulfilledTwice: 0,
        unhandled: 0,
      },
      measured: {
        eventsASecond: Math.round(latenciesMs.length / seconds),
        p99Ms: percentile(0.99),
        answered200: statuses[200] ?? 0,
        ...finalState,
        medianMs: percentile(0.5),
        slowestMs: percentile(1),
      },
    };
  },
});
