import type Stripe from 'stripe';
import { recurringSchema } from '@shop/contract';
import type { Recurring } from '@shop/contract';
import { picturePath, pictureSourceOf } from '../picture/picture-source';
import type { PictureSource } from '../picture/picture-source';

/** Where the shop is, and which hosts it fetches pictures from. */
export interface PictureRules {
  url: string;
  pictureHosts: readonly string[];
}

/**
 * A path on the shop itself, so that visiting the shop calls no third host: of one of its files, or of a picture on
 * another host that this API fetches. Null where there is none, or none of a host that it may fetch from.
 */
export function imageOf(product: Stripe.Product, { url, pictureHosts }: PictureRules) {
  const image = imageIn(product);
  if (image === undefined) return null;
  if (image.startsWith(`${url}/`)) return image.slice(url.length);
  if (image.startsWith('/') && !image.startsWith('//')) return image;
  const source = pictureSourceOf(image, pictureHosts);
  return source ? picturePath(source) : null;
}

/** The picture on another host that `imageOf` leads to. */
export function pictureOf(
  product: Stripe.Product,
  { pictureHosts }: PictureRules,
): PictureSource[] {
  const source = pictureSourceOf(imageIn(product) ?? '', pictureHosts);
  return source ? [source] : [];
}

/** `metadata.image` is for a path, which Stripe does not take as a picture. */
export function imageIn({ metadata, images }: Stripe.Product): string | undefined {
  const image = metadata['image'] ?? images[0];
  // Without spaces and characters that cannot be seen: the order keeps it.
  return image && /^[^\p{Cc}\p{Cf}\p{Cs}\s]{1,2000}$/u.test(image) ? image : undefined;
}

/** Null for what is bought once; undefined for a price that this shop cannot show. */
export function recurringOf({ recurring }: Stripe.Price): Recurring | null | undefined {
  if (!recurring) return null;
  const { interval, interval_count: intervalCount, usage_type: usage } = recurring;
  return usage === 'licensed'
    ? recurringSchema.safeParse({ interval, intervalCount }).data
    : undefined;
}

/** Whether the right of withdrawal does not apply to a product: by its `metadata.withdrawal`, which the merchant sets. */
export const isWithdrawalExempt = ({ metadata }: Pick<Stripe.Product, 'metadata'>): boolean =>
  metadata['withdrawal']?.trim().toLowerCase() === 'exempt';
