import Stripe from 'stripe';
import { CommandError } from './command-error';

/** Turns Stripe's errors into one line for a person. Any other error stays as it is. */
export function asStripeFailure(error: unknown): unknown {
  if (error instanceof Stripe.errors.StripeConnectionError) {
    return new CommandError('Stripe, or the sandbox, does not answer.');
  }
  if (error instanceof Stripe.errors.StripeError) {
    return new CommandError(`Stripe says: ${error.message}`);
  }
  return error;
}
