import type { PlacedOrder } from '@shop/shop-harness/shop/orders';
import type { Shop } from '@shop/shop-harness/shop/shop';
import { eventAbout, newEventId } from '@shop/shop-harness/shop/stripe-event';
import type { StripeEvent } from '@shop/shop-harness/shop/stripe-event';
import type Stripe from 'stripe';

/** Changes an order at Stripe. @returns the event about the change, with the session as it was at that moment */
type Happening = (shop: Shop, order: PlacedOrder) => Promise<StripeEvent>;

/** The changes of one order, in their order. */
export interface History {
  name: string;
  /** Whether the order ends paid. */
  paid: boolean;
  happenings: Happening[];
}

const REFUND_MINOR = 300;

const act = (shop: Shop, order: PlacedOrder, what: string, body: object = {}) =>
  shop.sandbox.call('POST', `sessions/${order.stripeSessionId}/${what}`, body);

const tellsSession = async (shop: Shop, order: PlacedOrder, type: string): Promise<StripeEvent> =>
  eventAbout(await shop.sandbox.session(order.stripeSessionId), type);

/** An event about a payment contains the payment's id, and not the session's. */
async function tellsPayment(shop: Shop, order: PlacedOrder, type: string): Promise<StripeEvent> {
  const session: Stripe.Checkout.Session = await shop.sandbox.session(order.stripeSessionId);
  const object = { id: newEventId().replace('evt_', 'ch_'), object: 'charge' };
  return eventAbout({ ...object, payment_intent: session.payment_intent }, type);
}

const paysBy =
  (method: string): Happening =>
  async (shop, order) => {
    await shop.sandbox.complete(order.stripeSessionId, { email: order.email, method });
    return tellsSession(shop, order, 'checkout.session.completed');
  };

const session =
  (what: string | undefined, type: string): Happening =>
  async (shop, order) => {
    if (what) await act(shop, order, what);
    return tellsSession(shop, order, `checkout.session.${type}`);
  };

const payment =
  (what: string | undefined, type: string, body = {}): Happening =>
  async (shop, order) => {
    if (what) await act(shop, order, what, body);
    return tellsPayment(shop, order, type);
  };

const refundThatFails = (): Happening[] => {
  const refunds = new Map<string, string>();
  return [
    async (shop, order) => {
      const { id } = (await act(shop, order, 'refund', { amount: REFUND_MINOR })) as { id: string };
      refunds.set(order.stripeSessionId, id);
      return tellsPayment(shop, order, 'refund.created');
    },
    payment(undefined, 'charge.refunded'),
    async (shop, order) => {
      const id = refunds.get(order.stripeSessionId);
      await shop.sandbox.call('POST', `refunds/${id}/fail`, {});
      return tellsPayment(shop, order, 'refund.failed');
    },
  ];
};

const disputeThatIsWon = (): Happening[] => {
  const disputes = new Map<string, string>();
  return [
    async (shop, order) => {
      const { id } = (await act(shop, order, 'dispute')) as { id: string };
      disputes.set(order.stripeSessionId, id);
      return tellsPayment(shop, order, 'charge.dispute.created');
    },
    async (shop, order) => {
      const id = disputes.get(order.stripeSessionId);
      await shop.sandbox.call('POST', `disputes/${id}/close`, { outcome: 'won' });
      return tellsPayment(shop, order, 'charge.dispute.closed');
    },
  ];
};

export const histories: readonly History[] = [
  {
    name: 'paid by card, told twice, and an expiry that never was',
    paid: true,
    happenings: [paysBy('card'), session(undefined, 'completed'), session(undefined, 'expired')],
  },
  {
    name: 'paid by bank, which settles',
    paid: true,
    happenings: [paysBy('us_bank_account'), session('settle', 'async_payment_succeeded')],
  },
  {
    name: 'paid by bank, which fails',
    paid: false,
    happenings: [paysBy('us_bank_account'), session('fail', 'async_payment_failed')],
  },
  {
    name: 'never paid',
    paid: false,
    happenings: [session('expire', 'expired'), session(undefined, 'expired')],
  },
  {
    name: 'disputed, and the dispute is won',
    paid: true,
    happenings: [paysBy('card'), ...disputeThatIsWon()],
  },
  {
    name: 'refunded, but the refund fails',
    paid: true,
    happenings: [paysBy('card'), ...refundThatFails()],
  },
  {
    name: 'refunded in two parts',
    paid: true,
    happenings: [
      paysBy('card'),
      payment('refund', 'refund.created', { amount: REFUND_MINOR }),
      payment(undefined, 'charge.refunded'),
      payment('refund', 'refund.created'),
      payment(undefined, 'charge.refunded'),
    ],
  },
];
