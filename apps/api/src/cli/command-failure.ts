import Stripe from 'stripe';
import { ProblemError } from '../http/errors/problem-error';
import { permanentFailure } from '../jobs/permanent-failure';
import { ErasureRefusedError } from '../order/privacy/erasure-plan';
import { ReviewError } from '../order/review/review-rules';
import { SessionUnknownError } from '../order/sync/order-sync.service';
import { CommandError } from './command-error';
import { asStripeFailure } from './stripe-failure';

/** Turns errors that a person can act on into one line. Any other error stays as it is. */
export function asCommandError(error: unknown): unknown {
  if (error instanceof ErasureRefusedError) return new CommandError(error.message);
  if (error instanceof ReviewError) return new CommandError(error.message);
  if (error instanceof SessionUnknownError) {
    return new CommandError(
      'Stripe does not know the session of this order. Is it the right API key?',
    );
  }
  if (error instanceof Stripe.errors.StripeConnectionError) {
    return new CommandError('Stripe, or the sandbox, does not answer. Nothing was changed.');
  }
  if (error instanceof ProblemError) return new CommandError(wordsOf(error));
  const failure = permanentFailure(error);
  if (failure && !(error instanceof Stripe.errors.StripeError)) {
    return new CommandError(`Nothing was changed: ${failure.reason}.`);
  }
  return asStripeFailure(error);
}

/** What a shop's own system is told by HTTP, in one line. */
function wordsOf({ code, message, details }: ProblemError): string {
  const errors = (details.errors ?? []).map((one) =>
    [one.path, one.message].filter(Boolean).join(' '),
  );
  return `${[message, ...errors].join('; ')}. [${code}]`;
}
