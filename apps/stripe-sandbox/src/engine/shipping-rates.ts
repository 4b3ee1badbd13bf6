import type Stripe from 'stripe';
import { applyChanges } from './changes';
import { checkAmount } from './check-amount';
import { nowSeconds } from './clock';
import type { Engine } from './engine.types';
import { newId } from './ids';
import { inRange, pageOf, type List } from './list';
import { mergeMetadata } from './metadata';
import { checkCurrency } from './prices';
import { invalidRequest, missingParam, resourceMissing } from './stripe-error';

export function createShippingRate(
  engine: Engine,
  params: Omit<Stripe.ShippingRateCreateParams, 'expand'>,
  prefix = '',
): Stripe.ShippingRate {
  const named = (...path: string[]) =>
    path.reduce((whole, part) => (whole ? `${whole}[${part}]` : part), prefix);
  if (!params.fixed_amount) throw missingParam(named('fixed_amount'));
  const currency = checkCurrency(params.fixed_amount.currency, named('fixed_amount', 'currency'));
  checkAmount(params.fixed_amount.amount, currency, named('fixed_amount', 'amount'));
  checkEstimate(params.delivery_estimate, named('delivery_estimate'));
  const rate: Stripe.ShippingRate = {
    id: newId('shr'),
    object: 'shipping_rate',
    active: true,
    created: nowSeconds(engine.clock),
    delivery_estimate: params.delivery_estimate
      ? {
          maximum: params.delivery_estimate.maximum ?? null,
          minimum: params.delivery_estimate.minimum ?? null,
        }
      : null,
    display_name: params.display_name,
    fixed_amount: { amount: params.fixed_amount.amount, currency },
    livemode: false,
    metadata: mergeMetadata({}, params.metadata),
    tax_behavior: params.tax_behavior ?? 'unspecified',
    tax_code: params.tax_code ?? null,
    type: 'fixed_amount',
  };
  return engine.store.shippingRates.put(rate.id, rate);
}

/** Both ends are greater than 0 (https://docs.stripe.com/api/shipping_rates/create). */
function checkEstimate(
  estimate: Stripe.ShippingRateCreateParams['delivery_estimate'],
  param: string,
): void {
  for (const end of ['minimum', 'maximum'] as const) {
    if (estimate?.[end] && estimate[end].value < 1) {
      throw invalidRequest('This value must be greater than or equal to 1.', {
        code: 'parameter_invalid_integer',
        param: `${param}[${end}][value]`,
      });
    }
  }
}

export function getShippingRate(
  engine: Engine,
  id: string,
  param = 'shipping_rate_token',
  status = 404,
): Stripe.ShippingRate {
  const rate = engine.store.shippingRates.get(id);
  if (!rate) throw resourceMissing('shipping rate', id, param, status);
  return rate;
}

export function updateShippingRate(
  engine: Engine,
  id: string,
  params: Stripe.ShippingRateUpdateParams,
): Stripe.ShippingRate {
  const rate = getShippingRate(engine, id);
  applyChanges(rate, params, ['active', 'tax_behavior']);
  rate.metadata = mergeMetadata(rate.metadata, params.metadata);
  return engine.store.shippingRates.put(id, rate);
}

export function listShippingRates(
  engine: Engine,
  params: Stripe.ShippingRateListParams,
): List<Stripe.ShippingRate> {
  const matching = engine.store.shippingRates
    .newestFirst()
    .filter(
      (rate) =>
        inRange(rate.created, params.created) &&
        (params.active === undefined || rate.active === params.active) &&
        (params.currency === undefined || rate.fixed_amount?.currency === params.currency),
    );
  return pageOf(matching, params, '/v1/shipping_rates', 'shipping rate');
}
