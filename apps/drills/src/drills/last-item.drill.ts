import { inParallel } from '@shop/shop-harness/in-parallel';
import { HttpClient } from '@shop/shop-harness/network/http-client';
import { shuffled } from '@shop/shop-harness/random';
import { Shop } from '@shop/shop-harness/shop/shop';
import { until } from '@shop/shop-harness/until';
import { freePort } from '@shop/stack';
import { defineDrill } from '../drill';
import { LastItemShoppers } from '../shop/last-item-shoppers';
import { stockLeftBehind } from '../shop/stock-left-behind';

const REPLICAS = 3;

interface Size {
  rounds: number;
  /** What is done in a round, at the same moment. */
  recoveries: number;
  checkouts: number;
  vouchers: number;
  refunds: number;
}

/**
 * Of a product there is one. Shoppers who have let their checkout expire come back by the recovery link and pay; others
 * check out, take vouchers, pay them, or pay another way; payments are refunded. All of it happens at the same moment,
 * on three replicas where the database can be shared.
 */
export const lastItem = defineDrill<Size>({
  name: 'last-item',
  promise: 15,
  says: 'the last item is sold once, and the stock adds up',
  databases: ['embedded', 'postgres'],
  sizes: {
    full: { rounds: 100, recoveries: 12, checkouts: 14, vouchers: 12, refunds: 12 },
    short: { rounds: 2, recoveries: 6, checkouts: 8, vouchers: 6, refunds: 4 },
  },
  async run({ database, say }, size) {
    await using shop = await Shop.open(database, {
      sendsWebhooks: true,
      shop: { currency: 'jpy' },
    });
    const products = [];
    for (let round = 0; round < size.rounds; round += 1) products.push(await lastOne(shop));
    const ports = [shop.port];
    while (database === 'postgres' && ports.length < REPLICAS) ports.push(await freePort());
    await Promise.all(ports.map((port) => shop.start({ API_PORT: String(port) })));
    const urls = ports.map((port) => `http://127.0.0.1:${port}`);
    const shoppers = new LastItemShoppers(shop, new HttpClient(64), urls);

    for (const [round, priceId] of products.entries()) {
      await sell(shop, shoppers, priceId, size);
      if (round % 10 === 9) say(`${round + 1} of ${size.rounds} rounds`);
    }

    const paid = new Set(shoppers.paid);
    const left = await stockLeftBehind(shop, [...paid]);
    const serverErrors = Object.entries(shoppers.answers)
      .filter(([status]) => Number(status) >= 500)
      .reduce((sum, [, count]) => sum + count, 0);
    return {
      target: {
        soldTwice: 0,
        stockOff: 0,
        deliveredInReview: 0,
        paidAndForgotten: 0,
        unhandled: 0,
        serverErrors: 0,
        // A round may end unsold; two rounds may do so both.
        sold: `>= ${Math.floor(size.rounds / 4)}`,
        reviews: '>= 1',
      },
      measured: { ...left, serverErrors, paidAtStripe: paid.size, answers: shoppers.answers },
    };
  },
});

async function lastOne(shop: Shop): Promise<string> {
  const { default_price: price } = await shop.stripe.products.create({
    name: 'The last one',
    metadata: { stock: '1' },
    default_price_data: { currency: 'jpy', unit_amount: 3000 },
  });
  return typeof price === 'string' ? price : '';
}

/** One round. Its refunds begin with its first payment. */
async function sell(
  shop: Shop,
  shoppers: LastItemShoppers,
  priceId: string,
  size: Size,
): Promise<void> {
  const links: string[] = [];
  while (links.length < size.recoveries) links.push(await expired(shop, shoppers, priceId));
  const before = shoppers.paid.length;
  const works = [
    ...links.map((link) => () => shoppers.recover(link)),
    ...Array.from({ length: size.checkouts }, () => () => shoppers.buy(priceId)),
    ...Array.from({ length: size.vouchers }, () => () => shoppers.takeVoucher(priceId)),
  ];
  const selling = inParallel(shuffled(works), works.length, (work) => work());
  let isOver = false;
  void selling.finally(() => (isOver = true)).catch(() => undefined);
  const refunds = Array.from({ length: size.refunds }, async () => {
    const hasPaid = () => isOver || shoppers.paid.length > before;
    await until(hasPaid, Boolean, { timeoutMs: 60_000, everyMs: 10 });
    await shoppers.refund();
  });
  await Promise.all([selling, ...refunds]);
}

/** A shopper lets a checkout expire. @returns the link that recovers it */
async function expired(shop: Shop, shoppers: LastItemShoppers, priceId: string): Promise<string> {
  // The one before may not have given its stock back yet.
  const checkout = await until(() => shoppers.checkOut(priceId), Boolean, { timeoutMs: 60_000 });
  if (!checkout) throw new Error('The stock was not given back.');
  const session = await shop.stripe.checkout.sessions.expire(checkout.stripeSessionId);
  await shoppers.look(session.id);
  return session.after_expiration?.recovery?.url ?? '';
}
