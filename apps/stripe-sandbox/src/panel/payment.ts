import type Stripe from 'stripe';
import type { EventView, SessionView } from './control-client';

/** A session's payment as its events show it: the newest state of each object. */
export interface Payment {
  intentStatus: Stripe.PaymentIntent.Status | null;
  /** What a bank transfer still has to bring, in minor units; null for other payments. */
  amountRemaining: number | null;
  refundedMinor: number;
  refunds: Stripe.Refund[];
  disputes: Stripe.Dispute[];
  review: Stripe.Review | null;
}

type Told = Stripe.PaymentIntent | Stripe.Refund | Stripe.Dispute | Stripe.Review;

/** Reads the events once, newest first; the returned function gives each session's payment. */
export function readPayments(events: readonly EventView[]): (session: SessionView) => Payment {
  const seen = new Set<string>();
  const payments = new Map<string, Payment>();
  for (const { data } of events) {
    const object = data?.object as Told | undefined;
    const intentId = object && intentOf(object);
    if (!object || typeof intentId !== 'string' || seen.has(object.id)) continue;
    seen.add(object.id);
    const payment = payments.get(intentId) ?? noPayment();
    payments.set(intentId, payment);
    if (object.object === 'payment_intent') {
      payment.intentStatus = object.status;
      const transfer = object.next_action?.display_bank_transfer_instructions;
      payment.amountRemaining = transfer?.amount_remaining ?? null;
    }
    if (object.object === 'refund') {
      payment.refunds.push(object);
      const isLost = object.status === 'failed' || object.status === 'canceled';
      if (!isLost) payment.refundedMinor += object.amount;
    }
    if (object.object === 'dispute') payment.disputes.push(object);
    if (object.object === 'review') payment.review = object;
  }
  return ({ payment_intent: id }) =>
    (typeof id === 'string' ? payments.get(id) : undefined) ?? noPayment();
}

function intentOf(object: Told): unknown {
  switch (object.object) {
    case 'payment_intent':
      return object.id;
    case 'refund':
    case 'dispute':
    case 'review':
      return object.payment_intent;
    default:
      return undefined;
  }
}

const noPayment = (): Payment => ({
  intentStatus: null,
  amountRemaining: null,
  refundedMinor: 0,
  refunds: [],
  disputes: [],
  review: null,
});
