import type Stripe from 'stripe';
import { invalidRequest } from '../stripe-error';

/** How a shopper can pay on the hosted page, by currency: what Stripe would offer, as far as it is built here. */
const OFFERED: Readonly<Record<string, string[]>> = {};

/** The payment method types of a session, cards first. */
export function methodTypesFor(
  params: Pick<
    Stripe.Checkout.SessionCreateParams,
    'allowed_payment_method_types' | 'excluded_payment_method_types'
  >,
  currency: string,
): string[] {
  const offered = ['card', ...(OFFERED[currency] ?? [])];
  const { allowed_payment_method_types: allowed, excluded_payment_method_types: excluded } = params;
  const types = offered.filter(
    (type) => (!allowed || allowed.includes(type)) && !excluded?.includes(type),
  );
  if (types.length === 0) {
    throw invalidRequest(
      'No valid payment method types for this Checkout Session. Please ensure that you have activated payment methods compatible with your chosen currency.',
      { param: allowed ? 'allowed_payment_method_types' : 'excluded_payment_method_types' },
    );
  }
  return types;
}
