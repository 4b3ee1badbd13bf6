import type Stripe from 'stripe';
import { createPrice, getPrice, listPrices, updatePrice, type PriceParams } from '../engine/prices';
import { listRoute, retrieveRoute, route } from './route';

export const priceRoutes = [
  route<PriceParams>({
    method: 'POST',
    path: '/v1/prices',
    params: 'PriceCreateParams',
    supports: [
      'active',
      'currency',
      'expand',
      'lookup_key',
      'metadata',
      'nickname',
      'product',
      'product_data.active',
      'product_data.id',
      'product_data.metadata',
      'product_data.name',
      'product_data.statement_descriptor',
      'product_data.tax_code',
      'product_data.unit_label',
      'recurring.interval',
      'recurring.interval_count',
      'tax_behavior',
      'transfer_lookup_key',
      'transform_quantity',
      'unit_amount',
      'unit_amount_decimal',
    ],
    run: (engine, _id, params) => createPrice(engine, params),
  }),
  listRoute<Stripe.PriceListParams>(
    '/v1/prices',
    'PriceListParams',
    ['active', 'created', 'currency', 'lookup_keys', 'product', 'recurring.interval', 'type'],
    listPrices,
  ),
  retrieveRoute('/v1/prices/:id', 'PriceRetrieveParams', getPrice),
  route<Stripe.PriceUpdateParams>({
    method: 'POST',
    path: '/v1/prices/:id',
    params: 'PriceUpdateParams',
    unsettable: ['lookup_key', 'nickname'],
    supports: [
      'active',
      'expand',
      'lookup_key',
      'metadata',
      'nickname',
      'tax_behavior',
      'transfer_lookup_key',
    ],
    run: (engine, id, params) => updatePrice(engine, id, params),
  }),
];
