import Stripe from 'stripe';
import type { PermissionAlerts } from './permission-alerts';

/**
 * Asks Stripe to cancel a payment that waits for its shopper. Whether it is cancelled only a reading tells: it may have
 * been paid meanwhile, and Stripe's reference lets a payment of a Checkout Session be cancelled in few states
 * (https://docs.stripe.com/api/payment_intents/cancel).
 * A key that may not cancel is alerted.
 * @throws what Stripe throws when it does not answer
 */
export async function cancelPayment(
  { stripe, permissions }: { stripe: Stripe; permissions: PermissionAlerts },
  stripePaymentIntentId: string,
  reason: 'requested_by_customer' | 'abandoned',
): Promise<void> {
  try {
    await permissions.orElse<unknown>(
      () => stripe.paymentIntents.cancel(stripePaymentIntentId, { cancellation_reason: reason }),
      () => undefined,
    );
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
  }
}
