import type Stripe from 'stripe';
import { catalogue } from './catalogue.ts';
import type { CatalogueProduct } from './catalogue.ts';

/** What `seedCatalogue` did: how many prices it made and how many were there already. */
export interface SeedResult {
  created: number;
  found: number;
}

/**
 * Creates the shop's catalogue in a Stripe account: a product each, with a price in usd and one in jpy, which renews for what is a subscription. Safe to run
 * any number of times: a price is found by its lookup key, a product by the prices it has.
 * @param webUrl where the pictures are, for Stripe's own pages
 */
export async function seedCatalogue(stripe: Stripe, webUrl: string): Promise<SeedResult> {
  const result: SeedResult = { created: 0, found: 0 };
  for (const [position, product] of catalogue.entries()) {
    const keys = { usd: `${product.slug}-usd`, jpy: `${product.slug}-jpy` };
    const { data: known } = await stripe.prices.list({ lookup_keys: Object.values(keys) });
    const productId = known[0]
      ? idOf(known[0].product)
      : await create(stripe, product, position, webUrl);
    for (const currency of ['usd', 'jpy'] as const) {
      if (known.some((price) => price.lookup_key === keys[currency])) {
        result.found += 1;
        continue;
      }
      await stripe.prices.create({
        product: productId,
        currency,
        unit_amount: product[currency],
        lookup_key: keys[currency],
        ...(product.every && { recurring: { interval: product.every } }),
      });
      result.created += 1;
    }
  }
  return result;
}

async function create(
  stripe: Stripe,
  { slug, name, description }: CatalogueProduct,
  position: number,
  webUrl: string,
): Promise<string> {
  const image = `/products/${slug}.svg`;
  const product = await stripe.products.create({
    name,
    description,
    images: [`${webUrl}${image}`],
    metadata: { slug, image, position: String(position) },
  });
  return product.id;
}

const idOf = (product: Stripe.Price['product']) =>
  typeof product === 'string' ? product : product.id;
