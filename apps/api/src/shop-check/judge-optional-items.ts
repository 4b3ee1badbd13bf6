import type Stripe from 'stripe';
import type { StripeFinding } from '../database/schema/stripe-endpoint-tables';
import type { Offer } from '../checkout/catalog/offer';

/** A price of `checkout.optionalItems`, as Stripe has it; undefined where the account has none of this id. */
export interface OptionalPrice {
  id: string;
  price: Stripe.Price | undefined;
}

/** Why an optional item would never be offered: a sentence for each, with its path. */
export function judgeOptionalItems(
  items: readonly OptionalPrice[],
  offers: readonly Offer[],
  currency: string,
): StripeFinding[] {
  return items.flatMap(({ id, price }, at) => {
    if (offers.some(({ variant }) => variant.price.id === id)) return [];
    const words = `checkout.optionalItems.${at}: ${id} ${whyNot(price, currency)}.`;
    return [{ code: 'optional_item_wrong', words }];
  });
}

function whyNot(price: Stripe.Price | undefined, currency: string): string {
  if (!price) return 'is not a price of this account: are test and live ids mixed?';
  if (!price.active) return 'is archived: name another price, or make it active at Stripe';
  if (price.currency !== currency)
    return `is in ${price.currency}, and the shop sells in ${currency}`;
  const { product } = price;
  if (typeof product !== 'string' && (product.deleted || !product.active))
    return 'is of a product that is archived: name another price, or make the product active';
  return 'is not for sale in this shop: another price of its product looks the same, or it has no fixed amount, or it is by the package';
}
