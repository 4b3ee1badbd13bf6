import type Stripe from 'stripe';
import type { SessionSnapshot } from '../../../api/src/order/sync/session-snapshot';

export interface FakeRefund {
  id: string;
  amount: number;
  status: 'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled';
}

export interface FakeDispute {
  id: string;
  status: 'warning_needs_response' | 'warning_closed' | 'needs_response' | 'won' | 'lost';
}

/** A Checkout Session and what has become of its payment, as Stripe knows it. Amounts in minor units. */
export interface FakeSession {
  id: string;
  /** The session that this one was recovered from. */
  copyOf: string | null;
  status: 'open' | 'complete' | 'expired';
  payment: 'unpaid' | 'paid' | 'no_payment_required';
  intent: 'processing' | 'requires_action' | 'requires_payment_method' | 'canceled' | 'succeeded';
  action: 'oxxo_display_details' | 'display_bank_transfer_instructions' | null;
  review: { open: boolean; closed_reason: string | null } | null;
  subtotal: number;
  discount: number;
  refunds: FakeRefund[];
  disputes: FakeDispute[];
}

export const openSession = (id: string, subtotal: number, copyOf: string | null): FakeSession => ({
  id,
  copyOf,
  status: 'open',
  payment: 'unpaid',
  intent: 'requires_payment_method',
  action: null,
  review: null,
  subtotal,
  discount: 0,
  refunds: [],
  disputes: [],
});

/** What is left of the money at Stripe after all refunds that can still succeed. */
export const leftOf = ({ payment, subtotal, discount, refunds }: FakeSession): number =>
  payment === 'paid' ? subtotal - discount - sumOf(refunds.filter(mayArrive)) : 0;

const mayArrive = ({ status }: FakeRefund) => status !== 'failed' && status !== 'canceled';
const sumOf = (refunds: FakeRefund[]) => refunds.reduce((sum, { amount }) => sum + amount, 0);

/** The facts as they are now: later changes of the session do not reach them. */
export const copyOfFacts = (one: FakeSession): FakeSession => ({
  ...one,
  review: one.review && { ...one.review },
  refunds: one.refunds.map((refund) => ({ ...refund })),
  disputes: one.disputes.map((dispute) => ({ ...dispute })),
});

/**
 * A session as Stripe's API would give it, with the fields that decisions read.
 * @param mayRead whether the API key may read refunds and disputes
 */
export function snapshotOf(one: FakeSession, orderId: string, mayRead: boolean): SessionSnapshot {
  const total = one.subtotal - one.discount;
  const hasIntent = one.payment !== 'no_payment_required' && one.status === 'complete';
  const session = {
    id: one.id,
    status: one.status,
    payment_status: one.payment,
    payment_intent: hasIntent ? intentOf(one, total) : null,
    metadata: { order_id: orderId },
    client_reference_id: orderId,
    recovered_from: one.copyOf,
    livemode: false,
    mode: 'payment',
    currency: 'usd',
    amount_subtotal: one.subtotal,
    amount_total: total,
    total_details: { amount_discount: one.discount, amount_shipping: 0, amount_tax: 0 },
    customer_account: null,
    subscription: null,
    url: null,
    customer_email: 'jenny@example.com',
    customer_details: null,
    locale: null,
  };
  return {
    session: session as unknown as Stripe.Checkout.Session,
    customerName: null,
    invoice: null,
    subscription: null,
    refunds: mayRead
      ? one.refunds.map((refund) => ({ ...refund, created: 1 }) as Stripe.Refund)
      : 'unknown',
    disputes: mayRead
      ? one.disputes.map((dispute, at) => disputeOf(dispute, at, total))
      : 'unknown',
  };
}

const intentOf = (one: FakeSession, total: number) => ({
  object: 'payment_intent',
  id: `pi_${one.id}`,
  status: one.intent,
  amount: total,
  currency: 'usd',
  next_action: one.intent === 'requires_action' ? { type: one.action } : null,
  review: one.review && { ...one.review },
  latest_charge:
    one.payment === 'paid'
      ? {
          object: 'charge',
          id: `ch_${one.id}`,
          status: 'succeeded',
          amount: total,
          amount_refunded: sumOf(one.refunds.filter(mayArrive)),
          disputed: one.disputes.length > 0,
        }
      : null,
});

const disputeOf = ({ id, status }: FakeDispute, created: number, amount: number) =>
  ({
    id,
    status,
    amount,
    created,
    evidence_details: { due_by: null },
  }) as unknown as Stripe.Dispute;
