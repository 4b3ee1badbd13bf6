import type { ShopFile } from '@shop/shop-file';
import type { StripeFinding } from '../database/schema/stripe-endpoint-tables';

type Checkout = ShopFile['checkout'];

/**
 * Whether shoppers can tell the rates apart. The rates are made at Stripe with each checkout, in the shop's currency, so none
 * has to exist there before; countries and days are checked with the shop file.
 */
export function judgeShipping({ shipping }: Checkout): StripeFinding[] {
  const names = (shipping?.rates ?? []).map(({ name }) => name);
  return names.flatMap((name, at) => {
    const first = names.indexOf(name);
    if (first === at) return [];
    const words = `checkout.shipping.rates.${at}: has the name of rates.${first}, ${JSON.stringify(name)}: shoppers cannot tell them apart.`;
    return [{ code: 'shipping_rate_twice', words }];
  });
}

/** Where the shop ships to, and for how much. */
export function wordsOfShipping({ shipping }: Checkout, currency: string): string {
  if (!shipping) return 'The shop asks for no address: it does not ship.';
  const { countries, rates } = shipping;
  const where = countries.length > 6 ? `${countries.length} countries` : countries.join(', ');
  if (rates.length === 0) return `The shop ships to ${where}, for nothing.`;
  return `The shop ships to ${where}; its rates (${rates.map(({ name }) => name).join(', ')}) are made in ${currency} with each checkout.`;
}
