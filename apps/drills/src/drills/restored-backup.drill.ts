import { inParallel } from '@shop/shop-harness/in-parallel';
import { payOrders, placeOrders } from '@shop/shop-harness/shop/orders';
import type { PlacedOrder } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import { settle } from '@shop/shop-harness/storm/final-state';
import { until } from '@shop/shop-harness/until';
import { backUp, whyNoBackup } from '../database/backup';
import { defineDrill } from '../drill';
import { openWarehouse, WAREHOUSE_SECRET } from '../network/warehouse';
import { listRestored, readRestored } from '../shop/restored';
import { Retold } from '../shop/retold';
import { countWrongPages } from '../shop/told';
import type { Expected } from '../shop/told';

const AT_ONCE = 8;
/** Two sweeps. */
const LONGEST_MS = 120_000;
const TOLD_MS = 180_000;
/** Each paid order is told by a mail and an event, and so is each refund. */
const TELLINGS = 2;

/**
 * The database is dumped. Then orders are paid, also some that were placed before the dump; some are refunded, others are
 * started and left. The database is dropped, the dump restored, and the API started again.
 */
export const restoredBackup = defineDrill({
  name: 'restored-backup',
  promise: 30,
  says: 'a database restored from a backup loses no paid order',
  databases: ['embedded', 'postgres'],
  whyNot: whyNoBackup,
  sizes: {
    full: { kept: 50, paid: 500, refunded: 50, unpaid: 50 },
    short: { kept: 4, paid: 20, refunded: 4, unpaid: 4 },
  },
  async run({ database, say }, size) {
    const retold = new Retold();
    await using warehouse = await openWarehouse(retold.onEvent);
    await using shop = await Shop.open(database, {
      sendsWebhooks: true,
      api: { FULFILLMENT_WEBHOOK_URL: warehouse.url, FULFILLMENT_WEBHOOK_SECRET: WAREHOUSE_SECRET },
      onMail: retold.onMail,
    });
    const untilTold = (things: number) =>
      until(
        () => retold.different,
        (told) => told >= things,
        { timeoutMs: TOLD_MS },
      );
    await shop.start();
    const kept = await place(shop, size.kept, 'kept');
    const paidBefore = kept.slice(size.kept / 2);
    await payOrders(shop, paidBefore);
    await untilTold(TELLINGS * paidBefore.length);
    const backup = await backUp(shop);

    const paid = await place(shop, size.paid, 'paid');
    const unpaid = await place(shop, size.unpaid, 'unpaid');
    await payOrders(shop, [...kept.slice(0, size.kept / 2), ...paid]);
    await untilTold(TELLINGS * (size.kept + size.paid));
    const refunded = paid.slice(0, size.refunded);
    await inParallel(refunded, AT_ONCE, ({ stripeSessionId }) =>
      shop.sandbox.call('POST', `sessions/${stripeSessionId}/refund`, {}),
    );
    await untilTold(TELLINGS * (size.kept + size.paid + size.refunded));
    const before = await shop.inspect(readRestored);
    await shop.stop();
    await backup.restore();
    retold.remember();
    say(`${size.paid} paid orders lost, ${size.refunded} of them refunded`);

    await shop.orders('restored', 'hold');
    const start = performance.now();
    await shop.start();
    await inParallel(unpaid, AT_ONCE, ({ stripeSessionId }) =>
      shop.stripe.checkout.sessions.expire(stripeSessionId),
    );
    const expected = [...kept, ...paid].map((order): Expected => {
      const state = refunded.includes(order) ? 'refunded' : 'confirmed';
      return { order, state, mails: 0, isAlerted: false };
    });
    const wrongPages = await until(
      () => countWrongPages(shop, expected),
      (wrong) => wrong === 0,
      { timeoutMs: 2 * LONGEST_MS, everyMs: 1000 },
    );
    const rebuiltMs = Math.round(performance.now() - start);
    say(`all orders are back after ${Math.round(rebuiltMs / 1000)} s`);
    const listed = await listRestored(shop);
    const toldUnasked = retold.again + retold.underOtherIds;

    await shop.orders('restored', 'tell', paid.at(-1)?.number ?? '');
    await shop.orders('restored', 'told', '--all');
    if (!shop.api) await shop.start();
    await until(
      () => retold.again,
      (again) => again >= TELLINGS,
      { timeoutMs: TOLD_MS },
    );
    const finalState = await settle(shop, size.kept + size.paid, TOLD_MS);
    const { rebuilt, rebuiltUnpaid, stockTaken } = await shop.inspect(readRestored);
    const alerted = shop.complaints.filter(({ msg }) => msg === 'orders are rebuilt').length;
    return {
      target: {
        rebuilt: size.paid,
        rebuiltUnpaid: 0,
        wrongPages: 0,
        rebuiltMs: `<= ${LONGEST_MS}`,
        listed: size.paid,
        alerted: 1,
        toldUnasked: 0,
        toldByWord: TELLINGS,
        underOtherIds: 0,
        stockOff: 0,
        fulfilled: size.kept + size.paid,
        fulfilledTwice: 0,
        unhandled: 0,
      },
      measured: {
        ...{ rebuilt, rebuiltUnpaid, wrongPages, rebuiltMs, listed, alerted, toldUnasked },
        toldByWord: retold.again,
        underOtherIds: retold.underOtherIds,
        stockOff: before.stockTaken - stockTaken,
        ...finalState,
      },
    };
  },
});

/** Each shopper has an address of their own. */
async function place(shop: Shop, count: number, what: string): Promise<PlacedOrder[]> {
  const orders = await placeOrders(shop, count);
  return orders.map((order, index) => ({ ...order, email: `${what}-${index}@drill.example` }));
}
