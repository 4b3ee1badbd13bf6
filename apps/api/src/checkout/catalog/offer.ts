import type Stripe from 'stripe';
import { PRICE_ID } from '@shop/contract';
import type { Product, ProductVariant } from '@shop/contract';
import { stockLimitOf } from '../../order/inventory/stock-limit';
import { imageOf, isWithdrawalExempt, recurringOf } from '../../stripe/read-product';
import type { PictureRules } from '../../stripe/read-product';
import { plainText } from '../../text/plain-text';
import { languageOf, translationsOf } from './product-texts';

/** A price for sale: its product, which variant of it, and how many of the product there are: null if not counted. */
export interface Offer {
  product: Omit<Product, 'soldOut' | 'price' | 'variants'>;
  variant: ProductVariant;
  stock: number | null;
  /** Whether the product is sent to the shopper; null: Stripe's product does not say it. */
  shippable: boolean | null;
  /** Whether the right of withdrawal does not apply to the product. */
  withdrawalExempt?: true;
}

/** An offer and its place in the list. */
export type PlacedOffer = Offer & { position: number };

/** The longest description that is shown of a product, in characters. */
const MAX_DESCRIPTION = 1000;

/** The longest name of a variant. */
const MAX_VARIANT = 60;

/**
 * The offer of a price, with its place in the list; none for a price that this shop cannot show, and none for a product
 * whose stock is not clear: it could be sold without limit.
 * @param shop where it is, which hosts its pictures may come from and its language
 */
export function offersOf(
  price: Stripe.Price,
  shop: PictureRules & { language: string },
): PlacedOffer[] {
  const { product } = price;
  if (typeof product === 'string' || product.deleted || !product.active) return [];
  // No cart could hold it.
  if (!PRICE_ID.test(price.id)) return [];
  const recurring = recurringOf(price);
  // A price by tiers or by usage has no amount to show before it is paid.
  if (price.unit_amount === null || recurring === undefined) return [];
  // Of a price by the package Stripe charges packages, and a cart counts pieces.
  if (price.transform_quantity) return [];
  const stock = stockLimitOf(product.metadata);
  if (stock === undefined) return [];
  const { position } = product.metadata;
  const preferred = product.default_price === price.id;
  const lang = languageOf(product.metadata, shop.language);
  return [
    {
      position: Number(position ?? Number.MAX_SAFE_INTEGER) - (preferred ? 0.5 : 0),
      stock,
      shippable: product.shippable,
      ...(isWithdrawalExempt(product) && { withdrawalExempt: true }),
      product: {
        id: product.id,
        name: plainText(product.name) ?? product.id,
        description: plainText(product.description, MAX_DESCRIPTION),
        lang,
        translations: translationsOfProduct(product, lang),
        imageUrl: imageOf(product, shop),
      },
      variant: {
        name: plainText(price.metadata['variant'] ?? price.nickname, MAX_VARIANT),
        lang: languageOf(price.metadata, lang),
        translations: translationsOf(price.metadata, 'variant', MAX_VARIANT).map(
          ({ lang: tag, text }) => ({ lang: tag, name: text }),
        ),
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

function translationsOfProduct({ metadata }: Stripe.Product, own: string): Product['translations'] {
  const names = translationsOf(metadata, 'name');
  const descriptions = translationsOf(metadata, 'description', MAX_DESCRIPTION);
  const textIn = (texts: typeof names, lang: string) =>
    texts.find((one) => one.lang === lang)?.text ?? null;
  const langs = new Set([...names, ...descriptions].map(({ lang }) => lang));
  langs.delete(own);
  return [...langs].sort().map((lang) => ({
    lang,
    name: textIn(names, lang),
    description: textIn(descriptions, lang),
  }));
}

/**
 * Of each product its variants, in the order of the list: prices that a shopper can tell apart, by their name or by how
 * often they are paid for. Of those that look the same the preferred one counts, else the newest. A product with one
 * price has no choice: the price's name, which Stripe hides from shoppers, is not shown.
 * @param offers the newest price first, as Stripe lists them
 * @returns of each product the preferred variant first, then the others in the order in which they were made
 */
export function variantsOf(offers: PlacedOffer[]): PlacedOffer[] {
  const sorted = offers.toSorted(
    (a, b) => a.position - b.position || a.product.name.localeCompare(b.product.name),
  );
  const byProduct = Map.groupBy(sorted, ({ product }) => product.id);
  return [...byProduct.values()].flatMap((ofProduct) => {
    const distinct = [...Map.groupBy(ofProduct, looksOf).values()].flatMap(([first]) =>
      first ? [first] : [],
    );
    const [first, ...others] = distinct;
    if (!first) return [];
    return others.length > 0 ? [first, ...others.toReversed()] : [withoutName(first)];
  });
}

const looksOf = ({ variant: { name, price } }: Offer) => JSON.stringify([name, price.recurring]);

const withoutName = (offer: PlacedOffer): PlacedOffer => ({
  ...offer,
  variant: { ...offer.variant, name: null, translations: [] },
});
