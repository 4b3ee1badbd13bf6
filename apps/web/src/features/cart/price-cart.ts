import type { CheckoutRequest, OrderSubscription, Product } from '@shop/contract';
import { articleName } from '../../locale/product-text';
import { countArticles, type CartLine } from './cart';

/** A variant of a product, as the cart names and prices it. */
export type Article = Pick<Product, 'name' | 'lang' | 'imageUrl' | 'price' | 'soldOut'>;

export type PricedLine = {
  line: CartLine;
  /** Null: no longer for sale. Undefined: the products are not known yet. */
  product: Article | null | undefined;
  /** Whether it is for sale at another price than the line's. */
  repriced: boolean;
  /** Whether nothing is left for this shopper. */
  soldOut: boolean;
};

export type PricedCart = {
  lines: PricedLine[];
  /** The lines that can be bought, as a checkout sends them. */
  items: CheckoutRequest['items'];
  /** Articles in the lines that can be bought; in all lines while the products are not known. */
  articleCount: number;
  /** Total of the lines that can be bought; null while there are none. */
  total: { amountMinor: number; currency: string } | null;
  /** What of them is charged again, a sum for each interval. */
  renewals: OrderSubscription['renewals'];
};

/**
 * Prices the cart with the products that are for sale now.
 *
 * @param products undefined while not known
 * @param refused price ids the API has refused although they are listed
 * @param tag language of the names, where they exist in it
 */
export function priceCart(
  lines: readonly CartLine[],
  products: readonly Product[] | undefined,
  refused: ReadonlySet<string>,
  tag = 'en',
): PricedCart {
  const byPrice = new Map(products?.flatMap((product) => articlesOf(product, tag)));
  const priced = lines.map((line) => {
    const found = refused.has(line.priceId) ? undefined : byPrice.get(line.priceId);
    const soldOut = found?.soldOut === true && !line.held;
    const repriced = !byPrice.has(line.priceId) && hasNewPrice(line, products, tag);
    return { line, product: products ? (found ?? null) : undefined, repriced, soldOut };
  });
  const sold = priced.flatMap(({ line, product, soldOut }) =>
    product && !soldOut ? [{ line, product }] : [],
  );
  const currency = sold[0]?.product.price.currency;
  return {
    lines: priced,
    items: sold.map(({ line }) => ({ priceId: line.priceId, quantity: line.quantity })),
    articleCount: countArticles(products ? sold.map(({ line }) => line) : lines),
    renewals: renewalsOf(sold),
    total: currency
      ? {
          amountMinor: sold.reduce(
            (sum, { line, product }) => sum + product.price.amountMinor * line.quantity,
            0,
          ),
          currency,
        }
      : null,
  };
}

function articlesOf(product: Product, tag: string): [priceId: string, Article][] {
  return product.variants.map((variant) => {
    const { text: name, lang } = articleName(product, variant, tag);
    return [variant.price.id, { ...product, name, lang, price: variant.price }];
  });
}

/** Whether its product is for sale: of several variants, the one that had its name. */
function hasNewPrice(
  line: CartLine,
  products: readonly Product[] | undefined,
  tag: string,
): boolean {
  const product = products?.find(({ id }) => id === line.productId);
  const articles = product ? articlesOf(product, tag) : [];
  return articles.some(([, { name }]) => articles.length === 1 || name === line.name);
}

function renewalsOf(sold: { line: CartLine; product: Article }[]): PricedCart['renewals'] {
  const renewals = new Map<string, PricedCart['renewals'][number]>();
  for (const { line, product } of sold) {
    const { amountMinor, recurring } = product.price;
    if (!recurring) continue;
    const key = `${recurring.intervalCount} ${recurring.interval}`;
    const before = renewals.get(key)?.amountMinor ?? 0;
    renewals.set(key, { amountMinor: before + amountMinor * line.quantity, recurring });
  }
  return [...renewals.values()];
}
