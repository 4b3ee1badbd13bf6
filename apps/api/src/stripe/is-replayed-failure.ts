import Stripe from 'stripe';

/**
 * Whether Stripe repeats an error of an earlier call with the same key. It does so for a day, also with a status 500
 * (https://docs.stripe.com/api/idempotent_requests).
 */
export const isReplayedFailure = (error: unknown): error is Stripe.errors.StripeAPIError =>
  error instanceof Stripe.errors.StripeAPIError &&
  error.headers?.['idempotent-replayed'] === 'true';
