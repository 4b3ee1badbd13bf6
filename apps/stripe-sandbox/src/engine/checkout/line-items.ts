import type Stripe from 'stripe';
import { amountOf } from '../amount-of';
import type { Engine } from '../engine.types';
import { newId } from '../ids';
import { mergeMetadata } from '../metadata';
import { adjustableOf } from './adjustable-quantity';
import { checkCurrency, createInlinePrice, getPrice } from '../prices';
import { invalidRequest, missingParam } from '../stripe-error';
import { checkSubscriptionPrices } from './subscription-prices';

type LineItemParams = Stripe.Checkout.SessionCreateParams.LineItem;

/** Optional items count too. */
export const MOST_LINE_ITEMS = 100;

/** Makes the line items; the amounts come from the account's prices only. */
export function createLineItems(
  engine: Engine,
  params: Stripe.Checkout.SessionCreateParams,
  mode: string,
): Stripe.LineItem[] {
  const { line_items: wanted } = params;
  if (!wanted || wanted.length === 0) throw missingParam('line_items');
  if (wanted.length > MOST_LINE_ITEMS) {
    throw invalidRequest(`Array line_items exceeded maximum ${MOST_LINE_ITEMS} allowed elements.`, {
      param: 'line_items',
    });
  }
  const lines = wanted.map((line, index) => createLineItem(engine, line, `line_items[${index}]`));
  const currency = lines[0]?.currency;
  const expected =
    params.currency === undefined ? undefined : checkCurrency(params.currency, 'currency');
  lines.forEach((line, index) => {
    if (expected !== undefined && line.currency !== expected) {
      throw invalidRequest(
        `The price specified supports currencies of \`${line.currency}\` which doesn't include the expected currency of \`${expected}\`.`,
        { param: `line_items[${index}]` },
      );
    }
    if (line.currency !== currency) {
      throw invalidRequest(
        `All line items must have the same currency: line ${index} is in \`${line.currency}\`, the first is in \`${currency}\`.`,
        { param: `line_items[${index}]` },
      );
    }
    if (mode === 'payment' && line.price?.recurring) {
      throw invalidRequest(
        'You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.',
        { param: 'line_items' },
      );
    }
  });
  if (mode === 'subscription') checkSubscriptionPrices(pricesOf(lines), 'line_items');
  if (isTrial(params)) {
    // Nothing recurring is due before the trial ends.
    for (const line of lines.filter((each) => each.price?.recurring)) line.amount_subtotal = 0;
  }
  return lines;
}

export const pricesOf = (lines: readonly Stripe.LineItem[]): Stripe.Price[] =>
  lines.flatMap(({ price }) => price ?? []);

function isTrial({ subscription_data: data }: Stripe.Checkout.SessionCreateParams): boolean {
  return data?.trial_period_days !== undefined || data?.trial_end !== undefined;
}

function createLineItem(engine: Engine, wanted: LineItemParams, param: string): Stripe.LineItem {
  const price = priceOf(engine, wanted, param);
  const { quantity } = wanted;
  if (quantity === undefined) throw missingParam(`${param}[quantity]`);
  if (quantity < 1) {
    throw invalidRequest('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: `${param}[quantity]`,
    });
  }
  return {
    ...lineOf(engine, price, quantity),
    adjustable_quantity: adjustableOf(wanted.adjustable_quantity, quantity, param),
    metadata: mergeMetadata({}, wanted.metadata),
  };
}

/** A line that the shopper adds on the payment page. */
export function lineOfPrice(engine: Engine, priceId: string, quantity: number): Stripe.LineItem {
  return lineOf(engine, getPrice(engine, priceId), quantity);
}

function lineOf(engine: Engine, price: Stripe.Price, quantity: number): Stripe.LineItem {
  const product = engine.store.products.get(price.product as string);
  const subtotal = amountOf(price, quantity);
  return {
    id: newId('li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: subtotal,
    amount_tax: 0,
    amount_total: subtotal,
    currency: price.currency,
    description: product && !product.deleted ? product.name : null,
    metadata: {},
    price,
    quantity,
  };
}

function priceOf(engine: Engine, wanted: LineItemParams, param: string): Stripe.Price {
  if (wanted.price !== undefined && wanted.price_data) {
    throw invalidRequest('You may only specify one of these parameters: price, price_data.', {
      param,
    });
  }
  if (wanted.price_data) {
    return createInlinePrice(engine, wanted.price_data, `${param}[price_data]`);
  }
  if (wanted.price === undefined) throw missingParam(`${param}[price]`);
  return purchasablePrice(engine, wanted.price, `${param}[price]`);
}

/** A price that can be bought now. @param param named in the refusal */
export function purchasablePrice(engine: Engine, id: string, param: string): Stripe.Price {
  const price = getPrice(engine, id, param, 400);
  if (!price.active) {
    throw invalidRequest(
      `The price specified is inactive. This field only accepts active prices.`,
      { param },
    );
  }
  const product = engine.store.products.get(price.product as string);
  if (!product || product.deleted || !product.active) {
    throw invalidRequest(
      'The price specified is not available to be purchased because its product is not active.',
      { param },
    );
  }
  return price;
}
