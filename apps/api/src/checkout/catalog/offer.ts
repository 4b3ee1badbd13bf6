import type Stripe from 'stripe';
import { recurringSchema } from '@shop/contract';
import type { Product, Recurring } from '@shop/contract';

/** A product for sale, and how many of it there are: null if its stock is not counted. */
export interface Offer {
  product: Omit<Product, 'soldOut'>;
  stock: number | null;
}

/**
 * The offer of a price, with its place in the list; none for a price that this shop cannot show.
 * @param shopUrl where the shop is: see `imageOf`
 */
export function offersOf(price: Stripe.Price, shopUrl: string): (Offer & { position: number })[] {
  const { product } = price;
  if (typeof product === 'string' || product.deleted || !product.active) return [];
  const recurring = recurringOf(price);
  // A price by tiers or by usage has no amount to show before it is paid.
  if (price.unit_amount === null || recurring === undefined) return [];
  const { position, stock } = product.metadata;
  const preferred = product.default_price === price.id;
  return [
    {
      position: Number(position ?? Number.MAX_SAFE_INTEGER) - (preferred ? 0.5 : 0),
      stock: stock !== undefined && /^\d{1,9}$/.test(stock) ? Number(stock) : null,
      product: {
        id: product.id,
        name: product.name,
        description: product.description,
        imageUrl: imageOf(product, shopUrl),
        price: {
          id: price.id,
          amountMinor: price.unit_amount,
          currency: price.currency,
          recurring,
        },
      },
    },
  ];
}

/** Pictures come from the shop itself, so that visiting the shop calls no third host. */
function imageOf(product: Stripe.Product, shopUrl: string): string | null {
  const image = product.metadata['image'] ?? product.images[0];
  if (!image) return null;
  if (image.startsWith(`${shopUrl}/`)) return image.slice(shopUrl.length);
  return image.startsWith('/') && !image.startsWith('//') ? image : null;
}

/** Null for what is bought once; undefined for a price that this shop cannot show. */
function recurringOf({ recurring }: Stripe.Price): Recurring | null | undefined {
  if (!recurring) return null;
  const { interval, interval_count: intervalCount, usage_type: usage } = recurring;
  return usage === 'licensed'
    ? recurringSchema.safeParse({ interval, intervalCount }).data
    : undefined;
}
