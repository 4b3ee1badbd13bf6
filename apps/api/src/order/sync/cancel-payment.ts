import Stripe from 'stripe';

/**
 * Asks Stripe to cancel a payment that waits for its shopper. Whether it is cancelled only a reading tells: it may have
 * been paid meanwhile, and Stripe's reference lets a payment of a Checkout Session be cancelled in few states
 * (https://docs.stripe.com/api/payment_intents/cancel).
 * @throws what Stripe throws when it does not answer, or when the key may not cancel
 */
export async function cancelPayment(
  stripe: Stripe,
  stripePaymentIntentId: string,
  reason: 'requested_by_customer' | 'abandoned',
): Promise<void> {
  try {
    await stripe.paymentIntents.cancel(stripePaymentIntentId, { cancellation_reason: reason });
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
  }
}
