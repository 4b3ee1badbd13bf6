import { isCurrency } from '@shop/money';
import type Stripe from 'stripe';
import { applyChanges, change } from './changes';
import { checkAmount } from './check-amount';
import { nowSeconds } from './clock';
import type { Engine } from './engine.types';
import { emit } from './events';
import { newId } from './ids';
import { inRange, pageOf, type List } from './list';
import { mergeMetadata } from './metadata';
import { createProduct, getProduct } from './products';
import { invalidRequest, missingParam, resourceMissing } from './stripe-error';

/** Prices per unit; tiers, custom amounts and further currencies are refused before they come here. */
export type PriceParams = Omit<
  Stripe.PriceCreateParams,
  'custom_unit_amount' | 'currency_options' | 'tiers' | 'tiers_mode'
>;

/** Makes a price of an existing product, or of a new one from `product_data`. */
export function createPrice(engine: Engine, params: PriceParams): Stripe.Price {
  const productId = productOf(engine, params);
  const unitAmount = unitAmountOf(params);
  const currency = checkCurrency(params.currency, 'currency');
  checkAmount(unitAmount, currency, 'unit_amount');
  if (params.lookup_key !== undefined) {
    claimLookupKey(engine, params.lookup_key, params.transfer_lookup_key ?? false);
  }
  const price: Stripe.Price = {
    ...pricePart(engine, { ...params, currency, unit_amount: unitAmount }),
    active: params.active ?? true,
    lookup_key: params.lookup_key ?? null,
    metadata: mergeMetadata({}, params.metadata),
    nickname: params.nickname ?? null,
    product: productId,
    transform_quantity: params.transform_quantity ?? null,
  };
  engine.store.prices.put(price.id, price);
  emit(engine, 'price.created', price);
  return price;
}

/** The price of a session's `price_data`: stored like any other price, but never active. */
export function createInlinePrice(
  engine: Engine,
  data: Stripe.Checkout.SessionCreateParams.LineItem.PriceData,
  param: string,
): Stripe.Price {
  const currency = checkCurrency(data.currency, `${param}[currency]`);
  const unitAmount = unitAmountOf(data, param);
  checkAmount(unitAmount, currency, `${param}[unit_amount]`);
  const productId =
    data.product === undefined
      ? inlineProduct(engine, data.product_data, param)
      : getProduct(engine, data.product, `${param}[product]`, 400).id;
  const price: Stripe.Price = {
    ...pricePart(engine, { ...data, currency, unit_amount: unitAmount }),
    active: false,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product: productId,
  };
  return engine.store.prices.put(price.id, price);
}

function inlineProduct(
  engine: Engine,
  data: Stripe.Checkout.SessionCreateParams.LineItem.PriceData.ProductData | undefined,
  param: string,
): string {
  if (!data) throw missingParam(`${param}[product_data]`);
  const { tax_details: _taxDetails, ...product } = data;
  return createProduct(engine, { ...product, active: false }).id;
}

function pricePart(
  engine: Engine,
  params: Pick<PriceParams, 'currency' | 'recurring' | 'tax_behavior'> & { unit_amount: number },
) {
  return {
    id: newId('price'),
    object: 'price' as const,
    billing_scheme: 'per_unit' as const,
    created: nowSeconds(engine.clock),
    currency: params.currency,
    custom_unit_amount: null,
    livemode: false,
    recurring: params.recurring
      ? {
          interval: params.recurring.interval,
          interval_count: params.recurring.interval_count ?? 1,
          meter: null,
          trial_period_days: null,
          usage_type: 'licensed' as const,
        }
      : null,
    tax_behavior: params.tax_behavior ?? ('unspecified' as const),
    tiers_mode: null,
    transform_quantity: null,
    type: params.recurring ? ('recurring' as const) : ('one_time' as const),
    unit_amount: params.unit_amount,
    // The wire carries the decimal as text; the SDK makes its Decimal of it.
    unit_amount_decimal: String(params.unit_amount) as unknown as Stripe.Decimal,
  };
}

export function getPrice(engine: Engine, id: string, param = 'price', status = 404): Stripe.Price {
  const price = engine.store.prices.get(id);
  if (!price) throw resourceMissing('price', id, param, status);
  return price;
}

export function updatePrice(
  engine: Engine,
  id: string,
  params: Stripe.PriceUpdateParams,
): Stripe.Price {
  const price = getPrice(engine, id);
  if (params.lookup_key !== undefined && params.lookup_key !== price.lookup_key) {
    claimLookupKey(engine, params.lookup_key, params.transfer_lookup_key ?? false);
  }
  const changed = {
    ...applyChanges(price, params, ['active', 'lookup_key', 'nickname', 'tax_behavior']),
    ...change(price, { metadata: mergeMetadata(price.metadata, params.metadata) }),
  };
  engine.store.prices.put(id, price);
  emit(engine, 'price.updated', price, changed);
  return price;
}

export function listPrices(engine: Engine, params: Stripe.PriceListParams): List<Stripe.Price> {
  const matching = engine.store.prices
    .newestFirst()
    .filter(
      (price) =>
        (params.active === undefined || price.active === params.active) &&
        inRange(price.created, params.created) &&
        (params.currency === undefined || price.currency === params.currency) &&
        (!params.lookup_keys ||
          (price.lookup_key !== null && params.lookup_keys.includes(price.lookup_key))) &&
        (params.product === undefined || price.product === params.product) &&
        (params.type === undefined || price.type === params.type) &&
        (params.recurring?.interval === undefined ||
          price.recurring?.interval === params.recurring.interval),
    );
  return pageOf(matching, params, '/v1/prices', 'price');
}

function productOf(engine: Engine, params: PriceParams): string {
  if (params.product !== undefined && params.product_data) {
    throw invalidRequest('You may only specify one of these parameters: product, product_data.', {
      param: 'product',
    });
  }
  if (params.product !== undefined) return getProduct(engine, params.product, 'product', 400).id;
  if (!params.product_data) throw missingParam('product');
  const { tax_details: _taxDetails, ...product } = params.product_data;
  return createProduct(engine, product).id;
}

/** The amount in minor units, given as an integer or as a decimal text without a fraction. */
function unitAmountOf(
  params: { unit_amount?: number; unit_amount_decimal?: unknown },
  prefix = '',
): number {
  const named = (name: string) => (prefix ? `${prefix}[${name}]` : name);
  if (params.unit_amount !== undefined) return params.unit_amount;
  if (params.unit_amount_decimal === undefined) throw missingParam(named('unit_amount'));
  const amount = Number(params.unit_amount_decimal);
  if (!Number.isSafeInteger(amount) || amount < 0) {
    throw invalidRequest('Fractions of a minor unit are not supported by this sandbox.', {
      param: named('unit_amount_decimal'),
    });
  }
  return amount;
}

export function checkCurrency(code: string, param: string): string {
  const currency = code.toLowerCase();
  if (!isCurrency(currency)) {
    throw invalidRequest(
      `Invalid currency: ${code}. Stripe currently supports these currencies: https://stripe.com/docs/currencies`,
      { param },
    );
  }
  return currency;
}

function claimLookupKey(engine: Engine, lookupKey: string, transfer: boolean): void {
  const holder = engine.store.prices
    .newestFirst()
    .find((price) => lookupKey !== '' && price.lookup_key === lookupKey);
  if (!holder) return;
  if (!transfer) {
    throw invalidRequest(
      `A price (\`${holder.id}\`) already uses that lookup key. Set \`transfer_lookup_key\` to move it to this price.`,
      { param: 'lookup_key' },
    );
  }
  holder.lookup_key = null;
  engine.store.prices.put(holder.id, holder);
}
