import Stripe from 'stripe';
import type { Problem, ProblemCode } from '@shop/contract';
import { chargeLimits } from '@shop/money';
import type { OrderRow } from '../database/schema/tables';

/** What a refused checkout is answered with, and whether a person has to know. */
export interface Refusal {
  code: ProblemCode;
  errors?: Problem['errors'];
  limit?: Problem['limit'];
  alert: boolean;
}

type Total = Pick<OrderRow, 'totalMinor' | 'currency'>;

/** Whether the refusal may come from a product or price that is no longer for sale: then the list has to be read again. */
export const mayBeAboutPrices = (error: Stripe.errors.StripeError): boolean =>
  error instanceof Stripe.errors.StripeInvalidRequestError && !isAboutAmount(error);

/**
 * What it means that Stripe refuses to create a session.
 * @param gone indexes of the lines whose price is not in the list of products, which was read after the refusal
 */
export function judgeRefusal(
  error: Stripe.errors.StripeError,
  order: Total,
  gone: readonly number[],
): Refusal {
  if (error.code === 'amount_too_small' || error.code === 'amount_too_large') {
    return judgeAmount(error.code, order);
  }
  const lines = new Set([...gone, ...lineNamedBy(error)]);
  if (lines.size > 0) {
    const errors = [...lines]
      .sort((a, b) => a - b)
      .map((index) => ({ path: `items.${index}.priceId`, message: 'is not for sale' }));
    // The list still offers what Stripe does not sell: the next shopper puts it into the cart again.
    return { code: 'PRICE_NOT_AVAILABLE', errors, alert: gone.length === 0 };
  }
  return { code: 'CHECKOUT_UNAVAILABLE', alert: true };
}

/** The limit is named only if it explains the refusal: an account whose balance is in another currency has other limits. */
function judgeAmount(
  code: 'amount_too_small' | 'amount_too_large',
  { totalMinor, currency }: Total,
): Refusal {
  const { minimumMinor = 0, maximumMinor } = chargeLimits(currency);
  if (code === 'amount_too_small') {
    const limit = { amountMinor: minimumMinor, currency };
    return { code: 'AMOUNT_TOO_SMALL', ...(totalMinor < minimumMinor && { limit }), alert: false };
  }
  const limit = { amountMinor: maximumMinor, currency };
  return { code: 'AMOUNT_TOO_LARGE', ...(totalMinor > maximumMinor && { limit }), alert: false };
}

const isAboutAmount = ({ code }: Stripe.errors.StripeError) =>
  code === 'amount_too_small' || code === 'amount_too_large';

/** The line that `line_items[2][price]` names. */
function lineNamedBy({ param }: Stripe.errors.StripeError): number[] {
  const index = /^line_items\[(\d+)\](\[price\])?$/.exec(param ?? '')?.[1];
  return index === undefined ? [] : [Number(index)];
}
