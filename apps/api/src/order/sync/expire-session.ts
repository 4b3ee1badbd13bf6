import Stripe from 'stripe';

/**
 * Ends a session that can still be paid. One that is complete or expired already stays as it is: reading it says which.
 * @throws what Stripe throws when it does not answer
 */
export async function expireSession(stripe: Stripe, stripeSessionId: string): Promise<void> {
  try {
    await stripe.checkout.sessions.expire(stripeSessionId);
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
  }
}
