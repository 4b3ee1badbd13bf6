import type Stripe from 'stripe';
import {
  createShippingRate,
  getShippingRate,
  listShippingRates,
  updateShippingRate,
} from '../engine/shipping-rates';
import { createTaxRate, getTaxRate, listTaxRates, updateTaxRate } from '../engine/tax-rates';
import { LIST_PARAMS, route } from './route';

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
  route<Stripe.ShippingRateListParams>({
    method: 'GET',
    path: '/v1/shipping_rates',
    params: 'ShippingRateListParams',
    supports: [...LIST_PARAMS, 'active', 'created', 'currency'],
    run: (engine, _id, params) => listShippingRates(engine, params),
  }),
  route<Stripe.ShippingRateRetrieveParams>({
    method: 'GET',
    path: '/v1/shipping_rates/:id',
    params: 'ShippingRateRetrieveParams',
    supports: ['expand'],
    run: (engine, id) => getShippingRate(engine, id),
  }),
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
  route<Stripe.TaxRateListParams>({
    method: 'GET',
    path: '/v1/tax_rates',
    params: 'TaxRateListParams',
    supports: [...LIST_PARAMS, 'active', 'created', 'inclusive'],
    run: (engine, _id, params) => listTaxRates(engine, params),
  }),
  route<Stripe.TaxRateRetrieveParams>({
    method: 'GET',
    path: '/v1/tax_rates/:id',
    params: 'TaxRateRetrieveParams',
    supports: ['expand'],
    run: (engine, id) => getTaxRate(engine, id),
  }),
  route<Stripe.TaxRateUpdateParams>({
    method: 'POST',
    path: '/v1/tax_rates/:id',
    params: 'TaxRateUpdateParams',
    supports: TAX_RATE_TEXTS,
    run: (engine, id, params) => updateTaxRate(engine, id, params),
  }),
];
