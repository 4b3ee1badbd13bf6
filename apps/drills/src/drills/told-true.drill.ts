import { inParallel } from '@shop/shop-harness/in-parallel';
import { placeOrders } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import { makeOlder } from '../database/make-older';
import { defineDrill } from '../drill';
import { openWarehouse, WAREHOUSE_SECRET } from '../network/warehouse';
import { lives } from '../shop/lives';
import { CLAIMS, isDue, newsOf, readTruth, refundedOf } from '../shop/stripe-truth';
import type { StripeTruth } from '../shop/stripe-truth';
import {
  alertsOf,
  headerOf,
  isAsExpected,
  isInOrder,
  live,
  storyOf,
  untilFinished,
  untilTold,
} from '../shop/tellings';
import type { Expected, LivedOrder, Telling } from '../shop/tellings';

const AT_ONCE = 4;

const MOST_ROUNDS = Math.max(...lives.map(({ then = [] }) => then.length));

/** Less than a day: then what cannot be told is given up. */
const HOURS_DOWN = 20;

/**
 * Mail server and warehouse are down for most of a day, while orders are paid, refunded, disputed, reviewed, wait for
 * their payment and fail. Then they are back, and the orders go on. Whatever is told is compared with what Stripe says at
 * that moment. An address and orders that are refused for good are tried once, and a person is told of each.
 */
export const toldTrue = defineDrill({
  name: 'told-true',
  promise: 23,
  says: 'what is told is true when it is told',
  databases: ['embedded', 'postgres'],
  sizes: { full: { ordersOfALife: 12 }, short: { ordersOfALife: 1 } },
  async run({ database, say }, { ordersOfALife }) {
    const told: Telling[] = [];
    const judged: Promise<void>[] = [];
    const byNumber = new Map<string, LivedOrder>();
    const hear = (telling: Telling, isRight: (truth: StripeTruth) => boolean = () => true) => {
      told.push(telling);
      judged.push(
        readTruth(shop, byNumber.get(telling.orderNumber)?.intentId ?? '').then((truth) => {
          telling.isTrue = (CLAIMS[telling.says]?.(truth) ?? false) && isRight(truth);
        }),
      );
    };
    await using warehouse = await openWarehouse((id, { type, sequence, data }) => {
      const telling = { at: new Date(), channel: 'events' as const, id, sequence, says: type };
      hear(
        { ...telling, orderNumber: data.orderNumber },
        (truth) =>
          data.goodsDue === isDue(truth) && data.amounts.refundedMinor === refundedOf(truth),
      );
    });
    await using shop = await Shop.open(database, {
      sendsWebhooks: true,
      shop: { currency: 'jpy' },
      api: {
        FULFILLMENT_WEBHOOK_URL: warehouse.url,
        FULFILLMENT_WEBHOOK_SECRET: WAREHOUSE_SECRET,
      },
      onMail: (raw) => {
        const subject = headerOf(raw, 'Subject');
        const orderNumber = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(subject)?.[0] ?? '';
        const id = headerOf(raw, 'Message-ID');
        hear({ at: new Date(), channel: 'mails', orderNumber, id, says: newsOf(subject) });
      },
    });
    await sellInYen(shop);
    await shop.start();
    const placed = await placeOrders(shop, lives.length * ordersOfALife);
    const orders = placed.map((order, index): LivedOrder => {
      const life = lives[index % lives.length];
      if (!life) throw new Error('There are no lives.');
      return { ...order, life, intentId: '', made: new Map() };
    });
    for (const order of orders) {
      byNumber.set(order.number, order);
      if (order.life.refusedBy === 'mail') shop.mailbox.refused.add(order.email);
      if (order.life.refusedBy === 'warehouse') warehouse.refused.add(order.number);
    }

    [shop.mailbox.isDown, warehouse.isDown] = [true, true];
    await inParallel(orders, AT_ONCE, (order) => live(shop, order, order.life.meanwhile));
    say(`${orders.length} orders lived while nobody could be told`);
    const toldWhileDown = told.length;
    await shop.stop();
    await shop.inspect((query) => makeOlder(query, HOURS_DOWN));
    [shop.mailbox.isDown, warehouse.isDown] = [false, false];
    await shop.start();
    const all = orders.map((order): Expected => ({
      order,
      mails: [...order.life.mails],
      events: [...order.life.events],
    }));
    await untilTold(told, all);
    await Promise.all(judged);
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      await inParallel(all, AT_ONCE, async ({ order, mails, events }) => {
        const next = order.life.then?.[round];
        if (!next) return;
        mails.push(...next.mails);
        events.push(...next.events);
        await live(shop, order, [next.stage]);
      });
      await untilTold(told, all);
      await Promise.all(judged);
    }
    // What is told too much has been told by then.
    const unfinished = await untilFinished(shop);
    await Promise.all(judged);
    for (const { number, life } of orders) say(`${number} ${life.name}: ${storyOf(told, number)}`);

    const refused = orders.filter(({ life }) => life.refusedBy);
    const refusals = refused.map(
      ({ number, email }) =>
        shop.mailbox.refusals.get(email) ?? warehouse.refusals.get(number) ?? 0,
    );
    return {
      target: {
        toldWhileDown: 0,
        untrue: 0,
        outOfOrder: 0,
        toldTwice: 0,
        otherThanExpected: 0,
        unfinished: 0,
        refused: refused.length,
        mostRefusals: '<= 2',
        alertedOnce: refused.length,
      },
      measured: {
        orders: orders.length,
        told: told.length,
        toldWhileDown,
        untrue: told.filter(({ isTrue }) => !isTrue).length,
        outOfOrder: orders.filter(({ number }) => !isInOrder(told, number)).length,
        toldTwice: told.length - new Set(told.map(({ id }) => id)).size,
        otherThanExpected: all.filter((one) => !isAsExpected(told, one)).length,
        unfinished,
        refused: refusals.filter((count) => count > 0).length,
        mostRefusals: Math.max(...refusals),
        alertedOnce: refused.filter(({ number }) => alertsOf(shop, number) === 1).length,
      },
    };
  },
});

/** Products that a voucher can pay for. */
async function sellInYen({ stripe }: Shop): Promise<void> {
  const { id: product } = await stripe.products.create({ name: 'Mug' });
  await stripe.prices.create({ product, currency: 'jpy', unit_amount: 3000 });
}
