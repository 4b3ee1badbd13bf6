import { HttpClient } from '@shop/shop-harness/network/http-client';
import { randomBetween } from '@shop/shop-harness/random';
import { Shop } from '@shop/shop-harness/shop/shop';
import { rowEvent } from '@shop/shop-harness/shop/stripe-event';
import { Deliveries } from '@shop/shop-harness/storm/deliveries';
import { lostEvents } from '@shop/shop-harness/storm/final-state';
import { defineDrill } from '../drill';
import { keepDoing } from '../keep-doing';

const CONNECTIONS = 16;

/**
 * Kills the API (SIGKILL) while events are stored at full speed. The events are of a type that changes no order, so
 * each acknowledgement stands for exactly one row. A reopening lasts from the start of the process until it listens.
 */
export const embeddedCrash = defineDrill({
  name: 'embedded-crash',
  promise: 7,
  says: 'the embedded database survives kill -9',
  databases: ['embedded'],
  timed: true,
  sizes: { full: { kills: 40 }, short: { kills: 2 } },
  async run({ database, say }, size) {
    await using shop = await Shop.open(database);
    await shop.start();
    using deliveries = new Deliveries(new HttpClient(CONNECTIONS));
    const reopenMs: number[] = [];
    using storm = keepDoing(CONNECTIONS, () => deliveries.untilTaken(() => shop.url, rowEvent()));
    while (reopenMs.length < size.kills) {
      const rows = deliveries.acknowledged.size + Math.ceil(randomBetween(1, 200));
      await deliveries.reached(rows);
      await shop.kill();
      const start = performance.now();
      await shop.start();
      reopenMs.push(performance.now() - start);
      if (reopenMs.length % 10 === 0) say(`${reopenMs.length} of ${size.kills} kills`);
    }
    await storm.stop();

    const lost = await lostEvents(shop, deliveries.acknowledged);
    return {
      target: { kills: size.kills, lost: 0, longestReopenMs: '<= 2000' },
      measured: {
        kills: reopenMs.length,
        acknowledged: deliveries.acknowledged.size,
        lost: lost.length,
        longestReopenMs: Math.round(Math.max(...reopenMs)),
        medianReopenMs: Math.round(reopenMs.sort((a, b) => a - b)[reopenMs.length >> 1] ?? 0),
      },
    };
  },
});
