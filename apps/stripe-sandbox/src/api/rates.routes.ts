import type Stripe from 'stripe';
import {
  createShippingRate,
  getShippingRate,
  listShippingRates,
  updateShippingRate,
} from '../engine/shipping-rates';
import { createTaxRate, getTaxRate, listTaxRates, updateTaxRate } from '../engine/tax-rates';
import { listRoute, retrieveRoute, route } from './route';

const TAX_RATE_TEXTS = [
  'active',
  'country',
  'description',
  'display_name',
  'expand',
  'jurisdiction',
  'metadata',
  'state',
  'tax_type',
];

export const rateRoutes = [
  route<Stripe.ShippingRateCreateParams>({
    method: 'POST',
    path: '/v1/shipping_rates',
    params: 'ShippingRateCreateParams',
    supports: [
      'delivery_estimate',
      'display_name',
      'expand',
      'fixed_amount.amount',
      'fixed_amount.currency',
      'metadata',
      'tax_behavior',
      'tax_code',
      'type',
    ],
    run: (engine, _id, params) => createShippingRate(engine, params),
  }),
  listRoute<Stripe.ShippingRateListParams>(
    '/v1/shipping_rates',
    'ShippingRateListParams',
    ['active', 'created', 'currency'],
    listShippingRates,
  ),
  retrieveRoute('/v1/shipping_rates/:id', 'ShippingRateRetrieveParams', getShippingRate),
  route<Stripe.ShippingRateUpdateParams>({
    method: 'POST',
    path: '/v1/shipping_rates/:id',
    params: 'ShippingRateUpdateParams',
    supports: ['active', 'expand', 'metadata', 'tax_behavior'],
    run: (engine, id, params) => updateShippingRate(engine, id, params),
  }),
  route<Stripe.TaxRateCreateParams>({
    method: 'POST',
    path: '/v1/tax_rates',
    params: 'TaxRateCreateParams',
    supports: [...TAX_RATE_TEXTS, 'inclusive', 'percentage'],
    run: (engine, _id, params) => createTaxRate(engine, params),
  }),
  listRoute<Stripe.TaxRateListParams>(
    '/v1/tax_rates',
    'TaxRateListParams',
    ['active', 'created', 'inclusive'],
    listTaxRates,
  ),
  retrieveRoute('/v1/tax_rates/:id', 'TaxRateRetrieveParams', getTaxRate),
  route<Stripe.TaxRateUpdateParams>({
    method: 'POST',
    path: '/v1/tax_rates/:id',
    params: 'TaxRateUpdateParams',
    supports: TAX_RATE_TEXTS,
    run: (engine, id, params) => updateTaxRate(engine, id, params),
  }),
];
