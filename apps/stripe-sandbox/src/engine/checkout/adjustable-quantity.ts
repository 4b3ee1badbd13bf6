import type Stripe from 'stripe';
import { invalidRequest } from '../stripe-error';

type Adjustable = Stripe.LineItem.AdjustableQuantity;

const MOST = 999_999;
const USUAL_MOST = 99;

/**
 * The quantities that the page takes. A line of the cart cannot be removed there: its place among the parameters says
 * which tax rates it has.
 */
export const boundsOf = ({ adjustable_quantity: given }: Stripe.LineItem) => ({
  least: Math.max(1, given?.minimum ?? 0),
  most: given?.maximum ?? USUAL_MOST,
});

/**
 * Between which quantities the shopper may choose; null when the quantity is fixed.
 * https://docs.stripe.com/api/checkout/sessions/create: 0 to 99 unless said otherwise, at most 999,999.
 */
export function adjustableOf(
  given: Stripe.Checkout.SessionCreateParams.LineItem.AdjustableQuantity | undefined,
  quantity: number,
  param: string,
): Adjustable | null {
  if (!given) return null;
  const { enabled, minimum = 0, maximum = USUAL_MOST } = given;
  const named = (name: string) => ({ param: `${param}[adjustable_quantity][${name}]` });
  if (!enabled) {
    const bound = given.minimum === undefined ? given.maximum && 'maximum' : 'minimum';
    if (bound) {
      throw invalidRequest(
        `\`adjustable_quantity[${bound}]\` can only be set if \`adjustable_quantity[enabled]\` is true.`,
        named(bound),
      );
    }
    return { enabled, maximum: null, minimum: null };
  }
  if (minimum < 0) {
    throw invalidRequest('This value must be greater than or equal to 0.', named('minimum'));
  }
  if (maximum > MOST) {
    throw invalidRequest(`This value must be less than or equal to ${MOST}.`, named('maximum'));
  }
  if (maximum < Math.max(1, minimum)) {
    throw invalidRequest('`maximum` must be at least 1 and at least `minimum`.', named('maximum'));
  }
  if (quantity < minimum || quantity > maximum) {
    throw invalidRequest(
      `The quantity must be between the minimum (${minimum}) and the maximum (${maximum}).`,
      { param: `${param}[quantity]` },
    );
  }
  return { enabled, maximum, minimum };
}
