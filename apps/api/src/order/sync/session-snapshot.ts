import type Stripe from 'stripe';

/** A session as Stripe has it now, with what other requests had to ask for. */
export interface SessionSnapshot {
  session: Stripe.Checkout.Session;
  /** The name to greet the shopper by. */
  customerName: string | null;
  /** All refunds of the payment, oldest first; `unknown` when the API key may not read them. */
  refunds: Stripe.Refund[] | 'unknown';
  /** All disputes about the payment; `unknown` when the API key may not read them. */
  disputes: Stripe.Dispute[] | 'unknown';
}

/** The payment of a session read with `payment_intent.latest_charge` expanded. */
export function intentOf(session: Stripe.Checkout.Session): Stripe.PaymentIntent | null {
  return typeof session.payment_intent === 'object' ? session.payment_intent : null;
}

/** The charge that paid the session. */
export function chargeOf(session: Stripe.Checkout.Session): Stripe.Charge | null {
  const charge = intentOf(session)?.latest_charge;
  return charge && typeof charge === 'object' ? charge : null;
}
