import type Stripe from 'stripe';
import type { Engine } from '../engine.types';
import { invalidRequest } from '../stripe-error';
import { adjustableOf } from './adjustable-quantity';
import { MOST_LINE_ITEMS, pricesOf, purchasablePrice } from './line-items';
import { checkSubscriptionPrices } from './subscription-prices';

const MOST_OPTIONAL = 10;

/**
 * What the payment page offers beside the lines; null when nothing.
 * https://docs.stripe.com/api/checkout/sessions/create: at most 10, and together with the lines at most 100, or 20 of a
 * kind in `subscription` mode.
 * @param lines of the session
 */
export function optionalItemsOf(
  engine: Engine,
  { optional_items: given }: Stripe.Checkout.SessionCreateParams,
  lines: readonly Stripe.LineItem[],
  mode: string,
  currency: string | null,
): Stripe.Checkout.Session.OptionalItem[] | null {
  if (!given || given.length === 0) return null;
  if (given.length > MOST_OPTIONAL) {
    throw invalidRequest(
      `Array optional_items exceeded maximum ${MOST_OPTIONAL} allowed elements.`,
      {
        param: 'optional_items',
      },
    );
  }
  if (given.length + lines.length > MOST_LINE_ITEMS) {
    throw invalidRequest(
      `A Checkout Session can have at most ${MOST_LINE_ITEMS} line items and optional items.`,
      { param: 'optional_items' },
    );
  }
  const prices = pricesOf(lines);
  const items = given.map(({ price: id, quantity, adjustable_quantity: adjustable }, index) => {
    const param = `optional_items[${index}]`;
    const price = purchasablePrice(engine, id, `${param}[price]`);
    if (price.currency !== currency) {
      throw invalidRequest(`All optional items must be in \`${currency}\`, like the line items.`, {
        param: `${param}[price]`,
      });
    }
    if (mode === 'payment' && price.recurring) {
      throw invalidRequest(
        'You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.',
        { param: `${param}[price]` },
      );
    }
    if (quantity < 1) {
      throw invalidRequest('This value must be greater than or equal to 1.', {
        code: 'parameter_invalid_integer',
        param: `${param}[quantity]`,
      });
    }
    prices.push(price);
    return { adjustable_quantity: adjustableOf(adjustable, quantity, param), price: id, quantity };
  });
  if (mode === 'subscription') checkSubscriptionPrices(prices, 'optional_items');
  return items;
}
