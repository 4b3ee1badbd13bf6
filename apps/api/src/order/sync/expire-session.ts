import Stripe from 'stripe';

/**
 * Expires a session that can still be paid. A session that is already complete or expired stays as it is: read it to
 * know which. A session that is being paid at this moment refuses to expire.
 * @throws what Stripe throws when it does not answer
 */
export async function expireSession(stripe: Stripe, stripeSessionId: string): Promise<void> {
  try {
    await stripe.checkout.sessions.expire(stripeSessionId);
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
  }
}
