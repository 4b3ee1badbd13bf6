import { chargeOf, intentOf } from '../order/sync/session-snapshot';
import type { SessionSnapshot } from '../order/sync/session-snapshot';

/** What Stripe says about a session now, in short. */
export function describeStripeState({ session, refunds, disputes }: SessionSnapshot): object {
  const charge = chargeOf(session);
  return {
    status: session.status,
    paymentStatus: session.payment_status,
    paymentIntent: intentOf(session)?.status ?? null,
    amountTotalMinor: session.amount_total,
    currency: session.currency,
    refundedMinor: charge?.amount_refunded ?? 0,
    refunds:
      refunds === 'unknown'
        ? refunds
        : refunds.map(({ id, status, amount }) => ({ id, status, amountMinor: amount })),
    disputes:
      disputes === 'unknown' ? disputes : disputes.map(({ id, status }) => ({ id, status })),
  };
}
