import type { CheckoutRequest, Product } from '@shop/contract';
import { countArticles, type CartLine } from './cart';

export type PricedLine = {
  line: CartLine;
  /** Null: no longer for sale. Undefined: the products are not known yet. */
  product: Product | null | undefined;
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
};

/**
 * Prices the cart with the products that are for sale now.
 *
 * @param products undefined while not known
 * @param refused price ids the API has refused although they are listed
 */
export function priceCart(
  lines: readonly CartLine[],
  products: readonly Product[] | undefined,
  refused: ReadonlySet<string>,
): PricedCart {
  const byPrice = new Map(products?.map((product) => [product.price.id, product]));
  const priced = lines.map((line) => {
    const found = refused.has(line.priceId) ? undefined : byPrice.get(line.priceId);
    const soldOut = found?.soldOut === true && !line.held;
    return { line, product: products ? (found ?? null) : undefined, soldOut };
  });
  const sold = priced.flatMap(({ line, product, soldOut }) =>
    product && !soldOut ? [{ line, product }] : [],
  );
  const currency = sold[0]?.product.price.currency;
  return {
    lines: priced,
    items: sold.map(({ line }) => ({ priceId: line.priceId, quantity: line.quantity })),
    articleCount: countArticles(products ? sold.map(({ line }) => line) : lines),
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
