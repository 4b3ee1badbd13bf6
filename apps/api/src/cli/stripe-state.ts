import { chargeOf, intentOf } from '../order/sync/session-snapshot';
import type { SessionSnapshot } from '../order/sync/session-snapshot';

/** What Stripe says about a session now, in short. */
export function describeStripeState({ session, disputed }: SessionSnapshot): object {
  const charge = chargeOf(session);
  return {
    status: session.status,
    paymentStatus: session.payment_status,
    paymentIntent: intentOf(session)?.status ?? null,
    amountTotalMinor: session.amount_total,
    currency: session.currency,
    refundedMinor: charge?.amount_refunded ?? 0,
    disputed,
  };
}
