import Stripe from 'stripe';
import type { ProblemCode } from '@shop/contract';
import { ProblemError } from '../../http/errors/problem-error';
import { ReviewError } from '../../order/review/review-rules';
import { SessionUnknownError } from '../../order/sync/order-sync.service';
import { isRefusal } from '../../stripe/is-refusal';

/** An action that is not possible as things are now. @param message why, without a full stop */
export const impossible = (message: string) =>
  new ProblemError('ACTION_NOT_POSSIBLE', [{ path: '', message }]);

/** What a shopper is refused with. Staff read why. */
const OF_SHOPPERS: readonly ProblemCode[] = [
  'ORDER_NOT_CHANGEABLE',
  'CHANGES_TOO_LATE',
  'PAYMENT_STILL_PROCESSING',
  'REGION_NOT_CHANGEABLE',
  'EMAIL_NOT_CHANGEABLE',
];

/** Turns what a person can act on into the problem that says it. Any other error stays as it is. Pure. */
export function asRefusal(error: unknown): unknown {
  // The command line's way to say a decision.
  if (error instanceof ReviewError) return impossible(error.message.replaceAll('--as ', ''));
  if (error instanceof SessionUnknownError)
    return impossible('Stripe does not know its session: is it the right API key?');
  if (error instanceof ProblemError && OF_SHOPPERS.includes(error.code)) return inWords(error);
  return error instanceof Stripe.errors.StripeError ? ofStripe(error) : error;
}

function inWords({ message, details: { errors = [] } }: ProblemError): ProblemError {
  const said = errors.map(({ path, message: why }) => `${path === 'order' ? 'it' : path} ${why}`);
  return impossible(said.join('; ') || message);
}

function ofStripe(error: Stripe.errors.StripeError): ProblemError {
  if (error.statusCode === 404) return impossible('Stripe does not know it');
  if (error instanceof Stripe.errors.StripeAuthenticationError)
    return impossible('Stripe does not take the API key: set STRIPE_SECRET_KEY, and restart');
  if (error instanceof Stripe.errors.StripePermissionError)
    return impossible(
      `the Stripe API key lacks the permission ${/rak_\w+/.exec(error.message)?.[0] ?? 'for it'}: add it in the Dashboard`,
    );
  if (isRefusal(error)) return impossible(`Stripe says: ${error.message.replace(/\.$/, '')}`);
  return new ProblemError('STRIPE_UNAVAILABLE', undefined, { cause: error });
}
