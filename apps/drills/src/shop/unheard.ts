import { inParallel } from '@shop/shop-harness/in-parallel';
import { payOrders } from '@shop/shop-harness/shop/orders';
import type { PlacedOrder } from '@shop/shop-harness/shop/orders';
import type { Shop } from '@shop/shop-harness/shop/shop';
import { endpointFaults } from './endpoint-faults';
import type { Expected } from './told';

const AT_ONCE = 8;

/** What happens at Stripe while nobody is told, and what the order must tell of it afterwards. */
const happenings: readonly (Omit<Expected, 'order'> & {
  happen: (shop: Shop, order: PlacedOrder) => Promise<unknown>;
})[] = [
  {
    state: 'confirmed',
    mails: 1,
    isAlerted: false,
    happen: ({ sandbox }, { stripeSessionId, email }) =>
      sandbox.complete(stripeSessionId, { email }),
  },
  {
    state: 'refunded',
    mails: 2,
    isAlerted: false,
    happen: ({ sandbox }, { stripeSessionId }) =>
      sandbox.call('POST', `sessions/${stripeSessionId}/refund`, {}),
  },
  {
    state: 'disputed',
    mails: 1,
    isAlerted: true,
    happen: ({ sandbox }, { stripeSessionId }) =>
      sandbox.call('POST', `sessions/${stripeSessionId}/dispute`, {}),
  },
];

/** An order, what will happen to it, and what it must tell then. */
export type Unheard = Expected & (typeof happenings)[number];

/** Pays the orders that will be refunded or disputed, while the endpoint still tells everything. */
export async function prepareUnheard(
  shop: Shop,
  orders: readonly PlacedOrder[],
): Promise<Unheard[]> {
  const prepared = orders.flatMap((order, index) => {
    const happening = happenings[index % happenings.length];
    return happening ? [{ order, ...happening }] : [];
  });
  const heard = prepared.filter(({ state }) => state !== 'confirmed').map(({ order }) => order);
  await payOrders(shop, heard);
  await shop.mailbox.reached(heard.length, 120_000);
  return prepared;
}

/** Lets everything happen, an equal share of it while the endpoint has each of the faults. */
export async function happenUnheard(shop: Shop, unheard: readonly Unheard[]): Promise<void> {
  const share = Math.ceil(unheard.length / endpointFaults.length);
  for (const [index, fault] of endpointFaults.entries()) {
    await fault(shop);
    const some = unheard.slice(index * share, (index + 1) * share);
    await inParallel(some, AT_ONCE, ({ order, happen }) => happen(shop, order));
  }
}
