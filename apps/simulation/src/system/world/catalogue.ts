import { createPrice } from '../../../../stripe-sandbox/src/engine/prices';
import { createProduct } from '../../../../stripe-sandbox/src/engine/products';
import type { Engine } from '../../../../stripe-sandbox/src/engine/engine.types';

/** Few enough that shoppers take them from each other. */
export const STOCK = 3;

/** Something that is counted, something that is not. @returns their prices */
export function addProducts(engine: Engine): string[] {
  const goods = [
    { name: 'Mug', metadata: { stock: String(STOCK) } },
    { name: 'Towel', metadata: {} },
  ];
  return goods.map(({ name, metadata }, at) => {
    const product = createProduct(engine, { name, metadata, shippable: true });
    return createPrice(engine, {
      product: product.id,
      currency: 'usd',
      unit_amount: 1000 + 500 * at,
    }).id;
  });
}
