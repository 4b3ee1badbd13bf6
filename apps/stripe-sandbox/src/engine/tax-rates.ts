import type Stripe from 'stripe';
import { applyChanges, change } from './changes';
import { nowSeconds } from './clock';
import type { Engine } from './engine.types';
import { emit } from './events';
import { newId } from './ids';
import { inRange, pageOf, type List } from './list';
import { mergeMetadata } from './metadata';
import { invalidRequest, resourceMissing } from './stripe-error';

export function createTaxRate(engine: Engine, params: Stripe.TaxRateCreateParams): Stripe.TaxRate {
  if (params.percentage < 0 || params.percentage > 100) {
    throw invalidRequest('Invalid percentage: must be between 0 and 100', { param: 'percentage' });
  }
  const rate = makeTaxRate(engine, params);
  engine.store.taxRates.put(rate.id, rate);
  emit(engine, 'tax_rate.created', rate);
  return rate;
}

/**
 * The tax rate of automatic tax for a price: one in the price or on top of it, by its own `tax_behavior`, else by the
 * account's setting. Its height is that of the country, or else the account's setting.
 * @param country where the goods go; none until the shopper has said it
 */
export function automaticTaxRate(
  engine: Engine,
  behavior: string | null | undefined,
  country: string | null | undefined,
): Stripe.TaxRate {
  const { taxBehavior, taxPercent } = engine.settings;
  const percentage = PERCENT_BY_COUNTRY[country ?? ''] ?? taxPercent;
  const isSaid = behavior === 'inclusive' || behavior === 'exclusive';
  const inclusive = (isSaid ? behavior : taxBehavior) === 'inclusive';
  const existing = engine.store.taxRates
    .newestFirst()
    .find(
      (rate) =>
        rate.description === DEMO_DESCRIPTION &&
        rate.inclusive === inclusive &&
        rate.percentage === percentage,
    );
  if (existing) return existing;
  const rate = makeTaxRate(engine, {
    description: DEMO_DESCRIPTION,
    display_name: 'Tax',
    inclusive,
    percentage,
  });
  return engine.store.taxRates.put(rate.id, rate);
}

/** The sandbox has no tax tables: one rate for each of these countries, for whatever is sold. */
const PERCENT_BY_COUNTRY: Readonly<Record<string, number>> = {
  CH: 8.1,
  DE: 19,
  ES: 21,
  FR: 20,
  GB: 20,
};

const DEMO_DESCRIPTION = 'Automatic tax of the sandbox';

function makeTaxRate(engine: Engine, params: Stripe.TaxRateCreateParams): Stripe.TaxRate {
  return {
    id: newId('txr'),
    object: 'tax_rate',
    active: params.active ?? true,
    country: params.country ?? null,
    created: nowSeconds(engine.clock),
    description: params.description ?? null,
    display_name: params.display_name,
    effective_percentage: params.percentage,
    flat_amount: null,
    inclusive: params.inclusive,
    jurisdiction: params.jurisdiction ?? null,
    jurisdiction_level: null,
    livemode: false,
    metadata: mergeMetadata({}, params.metadata),
    percentage: params.percentage,
    rate_type: 'percentage',
    state: params.state ?? null,
    tax_type: params.tax_type ?? null,
  };
}

export function getTaxRate(
  engine: Engine,
  id: string,
  param = 'tax_rate',
  status = 404,
): Stripe.TaxRate {
  const rate = engine.store.taxRates.get(id);
  if (!rate) throw resourceMissing('tax rate', id, param, status);
  return rate;
}

export function updateTaxRate(
  engine: Engine,
  id: string,
  params: Stripe.TaxRateUpdateParams,
): Stripe.TaxRate {
  const rate = getTaxRate(engine, id);
  const changed = applyChanges(rate, params, [
    'active',
    'country',
    'description',
    'display_name',
    'jurisdiction',
    'state',
    'tax_type',
  ]);
  const metadata = mergeMetadata(rate.metadata ?? {}, params.metadata);
  Object.assign(changed, change(rate, { metadata }));
  engine.store.taxRates.put(id, rate);
  emit(engine, 'tax_rate.updated', rate, changed);
  return rate;
}

export function listTaxRates(
  engine: Engine,
  params: Stripe.TaxRateListParams,
): List<Stripe.TaxRate> {
  const matching = engine.store.taxRates
    .newestFirst()
    .filter(
      (rate) =>
        inRange(rate.created, params.created) &&
        (params.active === undefined || rate.active === params.active) &&
        (params.inclusive === undefined || rate.inclusive === params.inclusive),
    );
  return pageOf(matching, params, '/v1/tax_rates', 'tax rate');
}
