import type Stripe from 'stripe';
import type { World } from './world';

/** The shop's sessions at Stripe, the first one first. */
export const sessionsOf = ({ stripe }: World): Stripe.Checkout.Session[] =>
  stripe.engine.store.sessions.entries().map(([, { object }]) => object);

/** The payment of a session; undefined: it has none. */
export function chargeOf(
  { stripe }: World,
  session: Stripe.Checkout.Session,
): Stripe.Charge | undefined {
  const { store } = stripe.engine;
  const intentId = store.sessions.get(session.id)?.intentId;
  const charge = store.paymentIntents.get(intentId ?? '')?.latest_charge;
  return typeof charge === 'string' ? store.charges.get(charge) : undefined;
}

export const refundsOf = ({ stripe }: World, charge: Stripe.Charge | undefined): Stripe.Refund[] =>
  stripe.engine.store.refunds
    .entries()
    .map(([, refund]) => refund)
    .filter((refund) => charge !== undefined && refund.charge === charge.id);

export const disputesOf = (
  { stripe }: World,
  charge: Stripe.Charge | undefined,
): Stripe.Dispute[] =>
  stripe.engine.store.disputes
    .entries()
    .map(([, dispute]) => dispute)
    .filter((dispute) => charge !== undefined && dispute.charge === charge.id);
