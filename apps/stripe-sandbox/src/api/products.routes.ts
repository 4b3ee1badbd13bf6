import type Stripe from 'stripe';
import type { Engine } from '../engine/engine.types';
import { createPrice } from '../engine/prices';
import {
  createProduct,
  deleteProduct,
  getProduct,
  listProducts,
  updateProduct,
} from '../engine/products';
import { listRoute, retrieveRoute, route } from './route';

export const productRoutes = [
  route<Stripe.ProductCreateParams>({
    method: 'POST',
    path: '/v1/products',
    params: 'ProductCreateParams',
    supports: [
      'name',
      'active',
      'default_price_data.currency',
      'default_price_data.metadata',
      'default_price_data.recurring',
      'default_price_data.tax_behavior',
      'default_price_data.unit_amount',
      'default_price_data.unit_amount_decimal',
      'description',
      'expand',
      'id',
      'images',
      'marketing_features',
      'metadata',
      'package_dimensions',
      'shippable',
      'statement_descriptor',
      'tax_code',
      'type',
      'unit_label',
      'url',
    ],
    run: (engine, _id, params) => createWithPrice(engine, params),
  }),
  listRoute<Stripe.ProductListParams>(
    '/v1/products',
    'ProductListParams',
    ['active', 'created', 'ids', 'shippable', 'type', 'url'],
    listProducts,
  ),
  retrieveRoute('/v1/products/:id', 'ProductRetrieveParams', getProduct),
  route<Stripe.ProductUpdateParams>({
    method: 'POST',
    path: '/v1/products/:id',
    params: 'ProductUpdateParams',
    supports: [
      'active',
      'default_price',
      'description',
      'expand',
      'images',
      'marketing_features',
      'metadata',
      'name',
      'package_dimensions',
      'shippable',
      'statement_descriptor',
      'tax_code',
      'unit_label',
      'url',
    ],
    run: (engine, id, params) => updateProduct(engine, id, params),
  }),
  route<Stripe.ProductDeleteParams>({
    method: 'DELETE',
    path: '/v1/products/:id',
    params: 'ProductDeleteParams',
    supports: [],
    run: (engine, id) => deleteProduct(engine, id),
  }),
];

/** Makes a product, and its first price if `default_price_data` is given. */
function createWithPrice(engine: Engine, params: Stripe.ProductCreateParams): Stripe.Product {
  const { default_price_data: priceData, ...rest } = params;
  const product = createProduct(engine, rest);
  if (priceData)
    product.default_price = createPrice(engine, { ...priceData, product: product.id }).id;
  return product;
}
