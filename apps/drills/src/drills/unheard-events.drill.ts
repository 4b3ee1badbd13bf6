import { placeOrders } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import { settle } from '@shop/shop-harness/storm/final-state';
import { until } from '@shop/shop-harness/until';
import { defineDrill } from '../drill';
import { hearInEveryOrder } from '../shop/heard-in-both-forms';
import { countTold, countWrongPages } from '../shop/told';
import type { Expected } from '../shop/told';
import { happenUnheard, prepareUnheard } from '../shop/unheard';

/** Two sweeps, and what they have to do. */
const LONGEST_MS = 900_000;

/**
 * Payments, refunds and disputes that no event tells of: there is no endpoint, then a disabled one, then one that lacks
 * the events. Afterwards two endpoints tell everything twice, as snapshots and as thin events, in every order.
 */
export const unheardEvents = defineDrill({
  name: 'unheard-events',
  promise: 21,
  says: 'nothing Stripe knows stays unknown',
  databases: ['embedded', 'postgres'],
  sizes: {
    full: { unheard: 1000, inBothForms: 192, awaitsSweep: true },
    // The next sweep is up to a minute away. A start sweeps at once.
    short: { unheard: 9, inBothForms: 12, awaitsSweep: false },
  },
  async run({ database, say }, size) {
    await using shop = await Shop.open(database, { sendsWebhooks: true });
    await shop.start();
    const orders = await placeOrders(shop, size.unheard + size.inBothForms);
    const unheard = await prepareUnheard(shop, orders.slice(0, size.unheard));
    say('the endpoint stops telling');

    const start = performance.now();
    const alerted = untilAlerted(shop);
    await happenUnheard(shop, unheard);
    const happened = performance.now();
    say(`${unheard.length} payments, refunds and disputes that nobody heard of`);
    if (!size.awaitsSweep) {
      await shop.stop();
      await shop.start();
    }
    await untilTold(shop, unheard);
    const told = performance.now();
    const wrongPages = await countWrongPages(shop, unheard);
    say(`all told ${Math.round((told - happened) / 1000)} s later`);

    const { expected, ...heard } = await hearInEveryOrder(shop, orders.slice(size.unheard));
    const all = [...unheard, ...expected];
    const released = all.filter(({ mails }) => mails > 0).length;
    await untilTold(shop, all);
    return {
      target: {
        unheard: size.unheard,
        heardInBothForms: size.inBothForms,
        refused: 0,
        untold: 0,
        toldTwice: 0,
        wrongPages: 0,
        alertMs: '<= 60000',
        toldMs: `<= ${LONGEST_MS}`,
        fulfilled: released,
        fulfilledTwice: 0,
        unhandled: 0,
      },
      measured: {
        unheard: unheard.length,
        ...heard,
        ...countTold(shop, all),
        wrongPages: wrongPages + (await countWrongPages(shop, expected)),
        alertMs: Math.round((await alerted) - start),
        toldMs: Math.round(told - happened),
        ...(await settle(shop, released, 60_000)),
      },
    };
  },
});

/** When a person was told that the endpoint is wrong, on the clock of `performance`. */
async function untilAlerted({ complaints }: Shop): Promise<number> {
  await until(
    () => complaints.some(({ msg }) => msg === 'webhook endpoint is wrong'),
    (isAlerted) => isAlerted,
    { timeoutMs: LONGEST_MS },
  );
  return performance.now();
}

const untilTold = (shop: Shop, expected: readonly Expected[]) =>
  until(
    () => countTold(shop, expected).untold,
    (untold) => untold === 0,
    { timeoutMs: LONGEST_MS, everyMs: 200 },
  );
