import { inParallel } from '@shop/shop-harness/in-parallel';
import { HttpClient } from '@shop/shop-harness/network/http-client';
import { openStripeProxy } from '@shop/shop-harness/network/stripe-proxy';
import type { Rewrite } from '@shop/shop-harness/network/stripe-proxy';
import { payOrders, placeOrders } from '@shop/shop-harness/shop/orders';
import type { PlacedOrder } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import { eventAbout } from '@shop/shop-harness/shop/stripe-event';
import { Deliveries } from '@shop/shop-harness/storm/deliveries';
import { readFinalState, settle } from '@shop/shop-harness/storm/final-state';
import { until } from '@shop/shop-harness/until';
import type Stripe from 'stripe';
import { defineDrill } from '../drill';

type Session = Stripe.Checkout.Session;

/** Paid sessions that differ from the order. `other` is an order that is never paid. */
const wrongs: Record<string, (session: Session, other: Session) => Partial<Session>> = {
  amount: ({ amount_subtotal, amount_total }) => ({
    amount_subtotal: (amount_subtotal ?? 0) - 1,
    amount_total: (amount_total ?? 0) - 1,
  }),
  currency: () => ({ currency: 'eur' }),
  livemode: () => ({ livemode: true }),
  mode: () => ({ mode: 'subscription' }),
  order: (_session, { client_reference_id, metadata }) => ({ client_reference_id, metadata }),
};

const COPIES = 4;
const AT_ONCE = 4;

/**
 * Events with a valid signature about paid sessions that differ from the order. The API treats events only as hints, so
 * Stripe itself must report the wrong session: a proxy in front of the sandbox rewrites these sessions. The other
 * session is a real, paid one that names an order which already has a session. Each event comes several times.
 */
export const wrongPayment = defineDrill({
  name: 'wrong-payment',
  promise: 15,
  says: 'the paid thing is the ordered thing',
  databases: ['embedded', 'postgres'],
  sizes: { full: { ordersPerWrong: 20 }, short: { ordersPerWrong: 1 } },
  async run({ database, say }, { ordersPerWrong }) {
    const said = new Map<string, object>();
    const rewrite: Rewrite = ({ id }) => said.get(id);
    await using shop = await Shop.open(database, {
      beforeStripe: (sandboxUrl) => openStripeProxy(sandboxUrl, { rewrite }),
    });
    await shop.start();
    const kinds = [...Object.keys(wrongs), 'session'];
    const orders = await placeOrders(shop, kinds.length * ordersPerWrong + 1);
    const other = await shop.sandbox.session(orders.pop()?.stripeSessionId ?? '');
    const paid = await inParallel(orders, AT_ONCE, async (order, index) => {
      const kind = kinds[index % kinds.length] as string;
      if (kind === 'session') return payThroughAnotherSession(shop, order);
      const [session] = (await payOrders(shop, [order])) as [Session];
      said.set(session.id, wrongs[kind]?.(session, other) ?? {});
      return session;
    });
    say(`${orders.length} orders, ${kinds.length} ways to be wrong`);

    using deliveries = new Deliveries(new HttpClient(AT_ONCE * COPIES));
    await inParallel(paid, AT_ONCE, async (session) => {
      const shown = { ...session, ...said.get(session.id) } as Session;
      const event = eventAbout(shown, 'checkout.session.completed', { livemode: shown.livemode });
      const again = eventAbout(shown, 'checkout.session.async_payment_succeeded');
      const all = [...Array.from({ length: COPIES - 1 }, () => event), again];
      await Promise.all(all.map((one) => deliveries.once(shop.url, one)));
    });

    await until(
      () => alertsByOrder(shop).size,
      (size) => size >= orders.length,
      { timeoutMs: 15_000 },
    );
    await settle(shop, 0, 30_000);
    const finalState = await readFinalState(shop);
    const needReview = await shop.inspect((query) =>
      query<{ number: string }>(`select number from orders where status = 'needs_review'`),
    );
    const alerts = alertsByOrder(shop);
    const ours = orders.map(({ number }) => number);
    return {
      target: {
        fulfilled: 0,
        mailed: 0,
        needReview: orders.length,
        alertedOnce: orders.length,
        notAnswered200: 0,
        unhandled: 0,
      },
      measured: {
        ...finalState,
        mailed: shop.mailbox.received.size,
        needReview: needReview.filter(({ number }) => ours.includes(number)).length,
        alertedOnce: ours.filter((number) => alerts.get(number) === 1).length,
        notAnswered200: orders.length * COPIES - deliveries.answered((status) => status === 200),
        answers: deliveries.statuses,
      },
    };
  },
});

/** Creates a second session for an order, as an error in another system could. */
async function payThroughAnotherSession(shop: Shop, order: PlacedOrder): Promise<Session> {
  const known = await shop.sandbox.session(order.stripeSessionId);
  const another = await shop.stripe.checkout.sessions.create({
    mode: 'payment',
    success_url: 'http://localhost:4200/order/success',
    client_reference_id: known.client_reference_id ?? '',
    metadata: known.metadata ?? {},
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: known.currency ?? 'usd',
          unit_amount: known.amount_total ?? 0,
          product_data: { name: 'Anything' },
        },
      },
    ],
  });
  const [session] = await payOrders(shop, [{ ...order, stripeSessionId: another.id }]);
  return session as Session;
}

/** The number of alerts in the log, by order number. */
function alertsByOrder(shop: Shop): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { alert, orderNumber } of shop.complaints) {
    if (alert !== true || typeof orderNumber !== 'string') continue;
    counts.set(orderNumber, (counts.get(orderNumber) ?? 0) + 1);
  }
  return counts;
}
