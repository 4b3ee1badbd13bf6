import type Stripe from 'stripe';
import type { StripeFinding } from '../database/schema/stripe-endpoint-tables';
import type { Offer } from '../checkout/catalog/offer';
import { reasonOfWrongStock } from '../checkout/catalog/reason-of-wrong-stock';
import { stockLimitOf } from '../order/inventory/stock-limit';

/** What is for sale, and every active product of the account. */
export interface Sold {
  offers: readonly Offer[];
  products: readonly Stripe.Product[];
  currency: string;
}

/** At most so many products are named. */
const NAMED = 5;

/** Whether there is something to buy, and whether each product's stock is a number. */
export function judgeProducts({ offers, products, currency }: Sold): StripeFinding[] {
  const wrong = products.flatMap(({ name, metadata }) => {
    const { stock } = metadata;
    if (stock === undefined || stockLimitOf(metadata) !== undefined) return [];
    const words = `${JSON.stringify(name)} is not for sale: ${reasonOfWrongStock(stock)}.`;
    return [{ code: 'stock_wrong', words }];
  });
  if (offers.length > 0 || wrong.length > 0) return wrong;
  const words = `Nothing is for sale: no active product of the account has a price in ${currency}, the \`currency\` of the shop file. Add prices in the Stripe Dashboard; npm run stripe:seed makes those of products.json in a test account.`;
  return [{ code: 'nothing_for_sale', words }];
}

/** How much is for sale, and which products are not, as they have no price that the shop can show. */
export function wordsOfProducts({ offers, products, currency }: Sold): string {
  const sold = new Set(offers.map(({ product }) => product.id));
  const others = products.filter(({ id }) => !sold.has(id)).map(({ name }) => JSON.stringify(name));
  const named = others.slice(0, NAMED).join(', ');
  const more = others.length > NAMED ? ` and ${others.length - NAMED} more` : '';
  const without =
    others.length === 0
      ? ''
      : ` Without a price in it that the shop can show, so not for sale: ${named}${more}.`;
  return `${sold.size} of ${products.length} active products are for sale in ${currency}.${without}`;
}
