import type Stripe from 'stripe';
import { applyChanges, change } from './changes';
import { nowSeconds } from './clock';
import type { Engine } from './engine.types';
import { emit } from './events';
import { newId } from './ids';
import { inRange, pageOf, type List } from './list';
import { mergeMetadata } from './metadata';
import { invalidRequest, resourceMissing } from './stripe-error';

/** Makes a product without a price: the route makes the price that `default_price_data` asks for. */
export function createProduct(engine: Engine, params: Stripe.ProductCreateParams): Stripe.Product {
  const id = params.id ?? newId('prod');
  if (engine.store.products.get(id)) {
    const taken = { code: 'resource_already_exists', param: 'id' };
    throw invalidRequest(`Product already exists.`, taken);
  }
  const created = nowSeconds(engine.clock);
  const product: Stripe.Product = {
    id,
    object: 'product',
    active: params.active ?? true,
    created,
    default_price: null,
    description: params.description ?? null,
    images: checkImages(params.images ?? []),
    livemode: false,
    marketing_features: params.marketing_features ?? [],
    metadata: mergeMetadata({}, params.metadata),
    name: params.name,
    package_dimensions: params.package_dimensions ?? null,
    shippable: params.shippable ?? null,
    statement_descriptor: params.statement_descriptor ?? null,
    tax_code: params.tax_code ?? null,
    tax_details: null,
    type: params.type ?? 'service',
    unit_label: params.unit_label ?? null,
    updated: created,
    url: params.url ?? null,
  };
  engine.store.products.put(id, product);
  emit(engine, 'product.created', product);
  return product;
}

export function getProduct(engine: Engine, id: string, param = 'id', status = 404): Stripe.Product {
  const product = engine.store.products.get(id);
  if (!product || product.deleted) throw resourceMissing('product', id, param, status);
  return product;
}

export function updateProduct(
  engine: Engine,
  id: string,
  params: Stripe.ProductUpdateParams,
): Stripe.Product {
  const product = getProduct(engine, id);
  if (params.images) checkImages(params.images);
  const changed = {
    ...applyChanges(product, params, [
      'active',
      'default_price',
      'description',
      'name',
      'package_dimensions',
      'shippable',
      'statement_descriptor',
      'tax_code',
      'unit_label',
      'url',
    ]),
    ...change(product, {
      images: params.images === undefined ? product.images : params.images || [],
      marketing_features:
        params.marketing_features === undefined
          ? product.marketing_features
          : params.marketing_features || [],
      metadata: mergeMetadata(product.metadata, params.metadata),
      updated: nowSeconds(engine.clock),
    }),
  };
  engine.store.products.put(id, product);
  emit(engine, 'product.updated', product, changed);
  return product;
}

export function deleteProduct(engine: Engine, id: string): Stripe.DeletedProduct {
  const product = getProduct(engine, id);
  if (engine.store.prices.newestFirst().some((price) => price.product === id)) {
    throw invalidRequest(
      'This product cannot be deleted because it has one or more user-created prices.',
    );
  }
  const deleted = { id, object: 'product', deleted: true } as const;
  engine.store.products.put(id, deleted);
  emit(engine, 'product.deleted', product);
  return deleted;
}

export function listProducts(
  engine: Engine,
  params: Stripe.ProductListParams,
): List<Stripe.Product> {
  const matching = engine.store.products
    .newestFirst()
    .filter((product): product is Stripe.Product => !product.deleted)
    .filter(
      (product) =>
        (params.active === undefined || product.active === params.active) &&
        inRange(product.created, params.created) &&
        (!params.ids || params.ids.includes(product.id)) &&
        (params.shippable === undefined || product.shippable === params.shippable) &&
        (params.type === undefined || product.type === params.type) &&
        (params.url === undefined || product.url === params.url),
    );
  return pageOf(matching, params, '/v1/products', 'product');
}

function checkImages(images: string[]): string[] {
  if (images.length > 8) {
    throw invalidRequest('Array images exceeded maximum 8 allowed elements.', { param: 'images' });
  }
  images.forEach((image, index) => {
    if (!URL.canParse(image)) {
      throw invalidRequest('Not a valid URL', { code: 'url_invalid', param: `images[${index}]` });
    }
  });
  return images;
}
