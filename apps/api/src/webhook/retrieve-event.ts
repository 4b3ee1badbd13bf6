import Stripe from 'stripe';
import { asVerified } from './listed-events.service';
import { readEvent } from './verify-event';
import type { VerifiedEvent } from './verify-event';

/**
 * Reads an event from Stripe again, a snapshot or a thin one: each API knows its own events only.
 * @throws what Stripe throws, such as for an event that neither knows
 */
export async function retrieveEvent(stripe: Stripe, stripeEventId: string): Promise<VerifiedEvent> {
  try {
    return asVerified(await stripe.events.retrieve(stripeEventId));
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError) || error.statusCode !== 404) throw error;
    const thin = await stripe.v2.core.events.retrieve(stripeEventId).catch(() => {
      throw error;
    });
    return readEvent(thin);
  }
}
