import type Stripe from 'stripe';

/** A session as Stripe has it now, with what a second request had to ask for. */
export interface SessionSnapshot {
  session: Stripe.Checkout.Session;
  /** The name to greet the shopper by. */
  customerName: string | null;
  /** Whether a dispute is open or lost. A dispute that was won, or was only an inquiry, does not count. */
  disputed: boolean;
  /** The refunds that count, oldest first. A refund that failed or was canceled does not count. */
  refunds: StandingRefund[];
}

export interface StandingRefund {
  id: string;
  /** In minor units of the order's currency. */
  amountMinor: number;
}

/** A refund counts unless it failed or was canceled. */
export const stands = ({ status }: Stripe.Refund) => status !== 'failed' && status !== 'canceled';

export const asStanding = ({ id, amount }: Stripe.Refund): StandingRefund => ({
  id,
  amountMinor: amount,
});

/** The payment of a session read with `payment_intent.latest_charge` expanded. */
export function intentOf(session: Stripe.Checkout.Session): Stripe.PaymentIntent | null {
  return typeof session.payment_intent === 'object' ? session.payment_intent : null;
}

/**
 * Keeps only the refunds that `charge.amount_refunded` already includes. A refund that is created between our two reads
 * comes with its own event. Expects the oldest first.
 */
export function countedIn(refundedMinor: number, refunds: StandingRefund[]): StandingRefund[] {
  let leftMinor = refundedMinor;
  return refunds.filter(({ amountMinor }) => (leftMinor -= amountMinor) >= 0);
}

/** The charge that paid the session. */
export function chargeOf(session: Stripe.Checkout.Session): Stripe.Charge | null {
  const charge = intentOf(session)?.latest_charge;
  return charge && typeof charge === 'object' ? charge : null;
}
