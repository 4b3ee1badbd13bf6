import Stripe from 'stripe';
import { ReviewError } from '../order/review/review-rules';
import { SessionUnknownError } from '../order/sync/order-sync.service';
import { CommandError } from './command-error';
import { asStripeFailure } from './stripe-failure';

/** Turns errors that a person can act on into one line. Any other error stays as it is, with its stack. */
export function asCommandError(error: unknown): unknown {
  if (error instanceof ReviewError) return new CommandError(error.message);
  if (error instanceof SessionUnknownError) {
    return new CommandError(
      'Stripe does not know the session of this order. Is it the right API key?',
    );
  }
  if (error instanceof Stripe.errors.StripeConnectionError) {
    return new CommandError('Stripe, or the sandbox, does not answer. Nothing was changed.');
  }
  return asStripeFailure(error);
}
