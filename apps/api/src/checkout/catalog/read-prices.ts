import type Stripe from 'stripe';

const MAX_PRICES = 1000;

/** The active prices in a currency, the newest first, each with its product. */
export const readPrices = (stripe: Stripe, currency: string): Promise<Stripe.Price[]> =>
  stripe.prices
    .list({ active: true, currency, expand: ['data.product'], limit: 100 })
    .autoPagingToArray({ limit: MAX_PRICES });
