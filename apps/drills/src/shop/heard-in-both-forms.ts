import { inParallel } from '@shop/shop-harness/in-parallel';
import { HttpClient } from '@shop/shop-harness/network/http-client';
import { payOrders } from '@shop/shop-harness/shop/orders';
import type { PlacedOrder } from '@shop/shop-harness/shop/orders';
import type { Shop } from '@shop/shop-harness/shop/shop';
import { Deliveries } from '@shop/shop-harness/storm/deliveries';
import { permutationsOf } from '../permutations';
import { sendBothForms } from './endpoint-faults';
import { eventsInBothForms } from './events-in-both-forms';
import type { Expected } from './told';

const AT_ONCE = 8;
const PART_MINOR = 300;
const TYPES = ['checkout.session.completed', 'refund.created', 'charge.dispute.created'];

const arrivals = permutationsOf(4);

/**
 * Pays the orders; the one half is then refunded in part, the other disputed. Stripe delivers none of it: both forms of
 * both events are delivered in every permutation, or in as many as there are orders for, far apart.
 */
export async function hearInEveryOrder(
  shop: Shop,
  orders: readonly PlacedOrder[],
): Promise<{ expected: Expected[]; heardInBothForms: number; refused: number }> {
  await sendBothForms(shop);
  await shop.sandbox.switches({ drop: true });
  const sessions = await payOrders(shop, orders);
  const expected = await inParallel(orders, AT_ONCE, (order, index) =>
    index % 2 ? dispute(shop, order) : refundPart(shop, order),
  );
  const events = await eventsInBothForms(shop, TYPES);
  const stride = Math.max(0.5, arrivals.length / orders.length);
  using deliveries = new Deliveries(new HttpClient(AT_ONCE));
  const heard = await inParallel(sessions, AT_ONCE, async ({ payment_intent: payment }, index) => {
    const both = (typeof payment === 'string' && events.get(payment)) || [];
    for (const at of arrivals[Math.floor(index * stride) % arrivals.length] ?? []) {
      const event = both[at];
      if (event) await deliveries.untilTaken(() => shop.url, event);
    }
    return both.length;
  });
  return {
    expected,
    heardInBothForms: heard.filter((forms) => forms === 4).length,
    refused: deliveries.answered((status) => status !== 200),
  };
}

async function refundPart({ sandbox }: Shop, order: PlacedOrder): Promise<Expected> {
  const body = { amount: PART_MINOR };
  await sandbox.call('POST', `sessions/${order.stripeSessionId}/refund`, body);
  return { order, state: 'partially_refunded', mails: 2, isAlerted: false };
}

/** Disputed before the payment was heard of: nothing is sent. */
async function dispute({ sandbox }: Shop, order: PlacedOrder): Promise<Expected> {
  await sandbox.call('POST', `sessions/${order.stripeSessionId}/dispute`, {});
  return { order, state: 'disputed', mails: 0, isAlerted: true };
}
