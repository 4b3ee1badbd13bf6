import Stripe from 'stripe';
import { ShopFileError } from '../../shop-file/src/shop-file.ts';
import { StartError } from './start-app.ts';

/** Why a command failed, for a terminal: in a sentence where a person can mend it, anything else whole. */
export function explainFailure(error: unknown): unknown {
  if (error instanceof Stripe.errors.StripeConnectionError)
    return 'Stripe, or the sandbox, does not answer.';
  if (error instanceof Stripe.errors.StripeError) return `Stripe says: ${error.message}`;
  return isMendable(error) ? error.message : error;
}

function isMendable(error: unknown): error is Error {
  if (error instanceof StartError || error instanceof ShopFileError) return true;
  // What parseArgs has not understood, in Node's words.
  return (
    error instanceof Error && /^ERR_PARSE_ARGS/.test((error as NodeJS.ErrnoException).code ?? '')
  );
}
