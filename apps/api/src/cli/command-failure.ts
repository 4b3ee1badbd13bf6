import Stripe from 'stripe';
import { ReviewError } from '../order/review/review-rules';
import { SessionUnknownError } from '../order/sync/order-sync.service';
import { CommandError } from './command-error';

/** Failures a person can do something about become one line; anything else stays as it is, with its stack. */
export function asCommandError(error: unknown): unknown {
  if (error instanceof ReviewError) return new CommandError(error.message);
  if (error instanceof SessionUnknownError) {
    return new CommandError('Stripe does not know the session of that order: is it the right key?');
  }
  if (error instanceof Stripe.errors.StripeConnectionError) {
    return new CommandError('Stripe, or the sandbox, does not answer. Nothing was changed.');
  }
  if (error instanceof Stripe.errors.StripeError) {
    return new CommandError(`Stripe says: ${error.message}`);
  }
  return error;
}
