import { setTimeout as wait } from 'node:timers/promises';
import { inParallel } from '@shop/shop-harness/in-parallel';
import { HttpClient } from '@shop/shop-harness/network/http-client';
import { randomBetween, shuffled } from '@shop/shop-harness/random';
import { payOrders, placeOrders } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import { Deliveries } from '@shop/shop-harness/storm/deliveries';
import { afterStorm, lostEvents, mailedTwice, settle } from '@shop/shop-harness/storm/final-state';
import { eventsOfPaidSession } from '@shop/shop-harness/storm/paid-session-events';
import { defineDrill } from '../drill';

/**
 * A storm of events, retried with jitter, while the API is killed (SIGKILL) at random moments, the last time right after
 * the last acknowledgement. Each order has ten different events in random order; three of them are about the order.
 *
 * If a process dies after it sent a mail and before it stored that, the mail is sent again under the same Message-ID.
 * `mailedTwice` counts these mails for the reader. They do not break the promise, which is about orders.
 */
export const killInStorm = defineDrill({
  name: 'kill-in-storm',
  promise: 1,
  says: 'an acknowledged event is never lost',
  databases: ['embedded', 'postgres'],
  sizes: {
    full: { orders: 2000, kills: 12, settleMs: 180_000 },
    short: { orders: 12, kills: 1, settleMs: 60_000 },
  },
  async run({ database, say }, size) {
    await using shop = await Shop.open(database);
    await shop.start();
    const sessions = await payOrders(shop, await placeOrders(shop, size.orders));
    const events = shuffled(sessions.flatMap(eventsOfPaidSession));
    say(`${events.length} events about ${size.orders} paid orders`);

    using deliveries = new Deliveries(new HttpClient(64));
    const start = performance.now();
    const storm = inParallel(events, 64, (event) => deliveries.untilTaken(() => shop.url, event));
    let kills = 0;
    for (const moment of randomMoments(size.kills, events.length)) {
      await deliveries.reached(moment);
      await shop.kill();
      kills += 1;
      await wait(randomBetween(0, 300));
      await shop.start();
      say(`killed and started again at ${moment} acknowledged events`);
    }
    await storm;
    const stormMs = performance.now() - start;

    const finalState = await settle(shop, size.orders, size.settleMs);
    const settledMs = performance.now() - start - stormMs;
    const lost = await lostEvents(shop, deliveries.acknowledged);
    return {
      target: {
        ...afterStorm(size.orders),
        kills: size.kills,
      },
      measured: {
        acknowledged: deliveries.acknowledged.size,
        lost: lost.length,
        ...finalState,
        kills,
        mailed: shop.mailbox.received.size,
        mailedTwice: mailedTwice(shop),
        stormSeconds: Math.round(stormMs / 1000),
        settledSeconds: Math.round(settledMs / 1000),
        answers: deliveries.statuses,
        unanswered: deliveries.unanswered,
      },
    };
  },
});

/** Different random counts of acknowledged events, in rising order. The last one is all of them. */
function randomMoments(count: number, events: number): number[] {
  const moments = new Set([events]);
  while (moments.size < count) moments.add(Math.ceil(randomBetween(0, events - 1)));
  return [...moments].sort((a, b) => a - b);
}
