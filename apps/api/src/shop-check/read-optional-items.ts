import Stripe from 'stripe';
import type { OptionalPrice } from './judge-optional-items';

/** @throws what Stripe throws, but for a price that it does not have */
export const readOptionalItems = (
  stripe: Stripe,
  ids: readonly string[],
): Promise<OptionalPrice[]> =>
  Promise.all(ids.map(async (id) => ({ id, price: await readPrice(stripe, id) })));

async function readPrice(stripe: Stripe, id: string): Promise<Stripe.Price | undefined> {
  try {
    return await stripe.prices.retrieve(id, { expand: ['product'] });
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError && error.code === 'resource_missing')
      return undefined;
    throw error;
  }
}
