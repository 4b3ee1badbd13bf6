import Stripe from 'stripe';

/** Statuses of 4xx that pass by themselves: too late, in use at this moment, locked, too many requests. */
const PASSING: ReadonlySet<number> = new Set([408, 409, 423, 425, 429]);

/**
 * Whether Stripe has understood a call and refuses it: the same call gets the same answer until a person has changed
 * something. No answer, a 5xx or a limit that is reached are no refusals (https://docs.stripe.com/api/errors).
 */
export function isRefusal(error: unknown): error is Stripe.errors.StripeError {
  if (!(error instanceof Stripe.errors.StripeError)) return false;
  if (error instanceof Stripe.errors.StripeRateLimitError) return false;
  const { statusCode = 0 } = error;
  return statusCode >= 400 && statusCode < 500 && !PASSING.has(statusCode);
}
