import Stripe from 'stripe';
import type { ObjectSubject } from '../../jobs/queues';

/**
 * The payment that an object belongs to; null for one without a payment, or that Stripe does not know.
 * @throws what Stripe throws otherwise
 */
export async function paymentIntentOf(
  { charges, disputes, radar, refunds, reviews }: Stripe,
  { stripeObjectId: id, stripeObject }: ObjectSubject,
): Promise<string | null> {
  const read = {
    charge: () => charges.retrieve(id),
    dispute: () => disputes.retrieve(id),
    early_fraud_warning: () => radar.earlyFraudWarnings.retrieve(id),
    refund: () => refunds.retrieve(id),
    review: () => reviews.retrieve(id),
  }[stripeObject];
  try {
    const { payment_intent: intent } = await read();
    return typeof intent === 'string' ? intent : (intent?.id ?? null);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError && error.code === 'resource_missing')
      return null;
    throw error;
  }
}
