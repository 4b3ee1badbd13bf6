import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { inParallel } from '@shop/shop-harness/in-parallel';
import { HttpClient } from '@shop/shop-harness/network/http-client';
import { randomBetween, shuffled } from '@shop/shop-harness/random';
import { payOrders, placeOrders } from '@shop/shop-harness/shop/orders';
import type { PlacedOrder } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import { settle } from '@shop/shop-harness/storm/final-state';
import { defineDrill } from '../drill';
import { Acknowledgements } from '../shop/acknowledgements';
import { AfterPaymentCalls } from '../shop/after-payment-calls';
import { afterPaymentLeft, spareStock } from '../shop/after-payment-left';
import { CrashingReplicas } from '../shop/crashing-replicas';

const AT_ONCE = 8;
const COPIES = 3;
/** So close together are the calls about one order. */
const MOMENT_MS = 40;
const PART_MINOR = 300;

/**
 * Everything that can happen to a paid order happens at the same moment: its shopper cancels it and withdraws from it,
 * several times each, the warehouse records a parcel, and somebody refunds it in the Dashboard, a part or all of it.
 * Meanwhile the API's processes are killed (SIGKILL) one after the other, and each call is sent again, to any of them,
 * until it is answered.
 */
export const afterPaymentRaces = defineDrill({
  name: 'after-payment-races',
  promise: 3,
  says: 'cancel, parcel, refund and withdrawal racing: one wins, nothing twice',
  databases: ['postgres'],
  sizes: {
    full: { races: 1000, winsOfEach: 50, replicas: 3, kills: { least: 20 }, settleMs: 180_000 },
    short: {
      races: 20,
      winsOfEach: 0,
      replicas: 2,
      kills: { least: 1, most: 1 },
      settleMs: 60_000,
    },
  },
  async run({ database, say }, size) {
    const acknowledgements = new Acknowledgements();
    await using shop = await Shop.open(database, {
      sendsWebhooks: true,
      shop: { cancellation: { minutes: 1440 } },
      onMail: (raw) => acknowledgements.hear(raw),
    });
    const bowls = await sellBowls(shop);
    const replicas = await CrashingReplicas.start(shop, size.replicas);
    const orders = await placeOrders(shop, size.races, [bowls]);
    await payOrders(shop, orders);
    await settle(shop, size.races, size.settleMs);
    await spareStock(shop);

    const client = new HttpClient(AT_ONCE * (2 * COPIES + 2));
    const calls = new AfterPaymentCalls(client, replicas.anyone, await shop.staffKey('warehouse'));
    const told = { cancelled: 0, shipped: 0, both: 0, referencesTwice: 0 };
    const races = inParallel(orders, AT_ONCE, async (order, index) => {
      const { isCancelled, isShipped, references } = await race(shop, calls, order, index);
      if (isCancelled) told.cancelled += 1;
      if (isShipped) told.shipped += 1;
      if (isCancelled && isShipped) told.both += 1;
      if (references.size > 1) told.referencesTwice += 1;
      for (const reference of references) acknowledgements.expect(reference);
    });
    await replicas.killWhile(races, size.kills, (kills) => {
      if (kills % 10 === 0) say(`${kills} kills, ${acknowledgements.expected} races`);
    });
    const left = await afterPaymentLeft(shop, size.settleMs);
    client.close();
    return {
      target: {
        shippedAndCancelled: 0,
        parcelsTwice: 0,
        refundedTwice: 0,
        refundsOwed: 0,
        cancelledNotRefunded: 0,
        untold: 0,
        stockOff: 0,
        withdrawalRecordsTwice: 0,
        withdrawals: size.races,
        acknowledgementsTwice: 0,
        acknowledgementsMissing: 0,
        unclear: 0,
        abandoned: 0,
        serverErrors: 0,
        undone: 0,
        // What was answered is what is written.
        cancelled: told.cancelled,
        shipped: told.shipped,
        // Unless both of them win now and then, nothing raced. Twenty races are too few to count on that.
        cancelledAtLeast: `>= ${size.winsOfEach}`,
        shippedAtLeast: `>= ${size.winsOfEach}`,
        kills: `>= ${size.kills.least}`,
      },
      measured: {
        ...left,
        shippedAndCancelled: left.shippedAndCancelled + told.both,
        withdrawalRecordsTwice: left.withdrawalRecordsTwice + told.referencesTwice,
        withdrawals: acknowledgements.expected,
        acknowledgementsTwice: left.acknowledgementsSentTwice + acknowledgements.twice,
        acknowledgementsMissing: left.acknowledgementsUnsent + acknowledgements.missing,
        acknowledgementsRepeated: acknowledgements.repeated,
        cancelledAtLeast: left.cancelled,
        shippedAtLeast: left.shipped,
        unclear: calls.unclear,
        abandoned: calls.abandoned,
        serverErrors: calls.serverErrors,
        unanswered: calls.unanswered,
        kills: replicas.kills,
        answers: calls.answers,
      },
    };
  },
});

async function sellBowls(shop: Shop): Promise<string> {
  const { default_price: price } = await shop.stripe.products.create({
    name: 'Bowl',
    metadata: { stock: '100000' },
    default_price_data: { currency: 'usd', unit_amount: 2000 },
  });
  return typeof price === 'string' ? price : '';
}

/** What was answered about one order. */
interface Outcome {
  isCancelled: boolean;
  isShipped: boolean;
  references: Set<string>;
}

async function race(
  shop: Shop,
  calls: AfterPaymentCalls,
  order: PlacedOrder,
  index: number,
): Promise<Outcome> {
  const outcome: Outcome = { isCancelled: false, isShipped: false, references: new Set() };
  const parcel = randomUUID();
  const works = [
    ...copies(COPIES, async () => {
      if (await calls.cancel(order)) outcome.isCancelled = true;
    }),
    // The warehouse, too, is one that tries again: its key tells that it is the same parcel.
    ...copies(2, async () => {
      if (await calls.ship(order, parcel)) outcome.isShipped = true;
    }),
    ...copies(COPIES, async () => {
      const reference = await calls.withdraw(order, index);
      if (reference) outcome.references.add(reference);
    }),
    () => refund(shop, order, index),
  ];
  await Promise.all(
    shuffled(works).map(async (work) => {
      await wait(randomBetween(0, MOMENT_MS));
      await work();
    }),
  );
  return outcome;
}

const copies = (count: number, work: () => Promise<void>) =>
  Array.from({ length: count }, () => work);

/** Somebody in the Dashboard gives back a part, or all that is left, or nothing. Stripe refuses more than there is. */
async function refund({ sandbox }: Shop, order: PlacedOrder, index: number): Promise<void> {
  const amount = [{ amount: PART_MINOR }, {}, undefined][index % 3];
  if (!amount) return;
  await sandbox
    .call('POST', `sessions/${order.stripeSessionId}/refund`, amount)
    .catch(() => undefined);
}
