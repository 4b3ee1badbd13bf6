import type Stripe from 'stripe';

/** As many prices as are for sale. */
export const MAX_PRICES = 1000;

/** The active prices in a currency, the newest first, each with its product; and whether there are more than that. */
export async function readPrices(
  stripe: Stripe,
  currency: string,
): Promise<{ prices: Stripe.Price[]; hasMore: boolean }> {
  const prices = await stripe.prices
    .list({ active: true, currency, expand: ['data.product'], limit: 100 })
    .autoPagingToArray({ limit: MAX_PRICES + 1 });
  return { prices: prices.slice(0, MAX_PRICES), hasMore: prices.length > MAX_PRICES };
}
