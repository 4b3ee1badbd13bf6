import type Stripe from 'stripe';
import { readProducts } from '../../shop-file/src/products-file.ts';
import type { CatalogueProduct } from '../../shop-file/src/products-file.ts';
import { readShopFile } from '../../shop-file/src/read-shop-file.ts';
import { demoShopFile } from './write-shop-file.ts';

/** What `seedCatalogue` did: how many prices it made and how many were there already. */
export interface SeedResult {
  created: number;
  found: number;
}

/**
 * Creates the products beside a shop file in a Stripe account: each with a price in every currency that it names, which renews
 * for what is a subscription, and has the tax in it or not as the shop file says. Safe to run any number of times: a price is found by its lookup key, a product by the prices
 * it has.
 * @param webUrl where the pictures are, for Stripe's own pages
 * @param shopFile the demo's, unless it is given
 */
export async function seedCatalogue(
  stripe: Stripe,
  webUrl: string,
  shopFile = demoShopFile,
): Promise<SeedResult> {
  const { tax } = readShopFile(shopFile).checkout;
  const result: SeedResult = { created: 0, found: 0 };
  for (const [position, product] of readProducts(shopFile).entries()) {
    const prices = Object.entries(product.prices);
    const keyOf = (currency: string) => `${product.slug}-${currency}`;
    const { data: known } = await stripe.prices.list({
      lookup_keys: prices.map(([currency]) => keyOf(currency)),
    });
    const productId = known[0]
      ? idOf(known[0].product)
      : await create(stripe, product, position, webUrl);
    for (const [currency, amountMinor] of prices) {
      if (known.some((price) => price.lookup_key === keyOf(currency))) {
        result.found += 1;
        continue;
      }
      await stripe.prices.create({
        product: productId,
        currency,
        unit_amount: amountMinor,
        lookup_key: keyOf(currency),
        // What the shop says of its prices must not depend on a setting of the account.
        ...(tax !== 'off' && { tax_behavior: tax }),
        ...(product.every && { recurring: { interval: product.every } }),
      });
      result.created += 1;
    }
  }
  return result;
}

async function create(
  stripe: Stripe,
  { slug, name, description, image }: CatalogueProduct,
  position: number,
  webUrl: string,
): Promise<string> {
  const product = await stripe.products.create({
    name,
    description,
    ...(image && { images: [`${webUrl}/${image}`] }),
    metadata: { slug, position: String(position), ...(image && { image: `/${image}` }) },
  });
  return product.id;
}

const idOf = (product: Stripe.Price['product']) =>
  typeof product === 'string' ? product : product.id;
