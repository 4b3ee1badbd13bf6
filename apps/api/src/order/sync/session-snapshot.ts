import type Stripe from 'stripe';
import type { OrderInvoice } from '../../database/schema/tables';

/** A session as Stripe has it now, with what other requests had to ask for. */
export interface SessionSnapshot {
  session: Stripe.Checkout.Session;
  /** The name to greet the shopper by. */
  customerName: string | null;
  /** What the session has started; null for a payment, `unknown` when the API key may not read it. */
  subscription: Stripe.Subscription | null | 'unknown';
  /** All refunds of the payment, oldest first; `unknown` when the API key may not read them. */
  refunds: Stripe.Refund[] | 'unknown';
  /** All disputes about the payment; `unknown` when the API key may not read them. */
  disputes: Stripe.Dispute[] | 'unknown';
  /** The invoice of the payment; `unknown` when it was not read, or the API key may not read it. */
  invoice: OrderInvoice | null | 'unknown';
}

/** The id of what Stripe gives as an id or expanded. */
export const idOf = (object: string | { id: string } | null) =>
  typeof object === 'string' ? object : (object?.id ?? null);

/** The payment of a session read with `payment_intent.latest_charge` expanded. */
export function intentOf(session: Stripe.Checkout.Session): Stripe.PaymentIntent | null {
  return typeof session.payment_intent === 'object' ? session.payment_intent : null;
}

/** The charge that paid the session. */
export function chargeOf(session: Stripe.Checkout.Session): Stripe.Charge | null {
  const charge = intentOf(session)?.latest_charge;
  return charge && typeof charge === 'object' ? charge : null;
}

/** The money that Stripe holds for a session, after refunds that have not failed. In minor units. */
export function heldMinorOf(session: Stripe.Checkout.Session): number {
  if (session.payment_status !== 'paid') return 0;
  const charge = chargeOf(session);
  return charge ? charge.amount - charge.amount_refunded : (session.amount_total ?? 0);
}
