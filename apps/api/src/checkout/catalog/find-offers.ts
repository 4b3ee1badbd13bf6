import type { CheckoutRequest } from '@shop/contract';
import type { Offer } from './offer';

/**
 * The offers of a cart, in the order of its items.
 * @returns also the indexes of the items whose price is not for sale
 */
export function findOffers(items: CheckoutRequest['items'], offers: Offer[]) {
  const byPrice = new Map(offers.map((offer) => [offer.variant.price.id, offer]));
  const found: (Offer & { quantity: number })[] = [];
  const missing: number[] = [];
  items.forEach(({ priceId, quantity }, index) => {
    const offer = byPrice.get(priceId);
    if (offer) found.push({ ...offer, quantity });
    else missing.push(index);
  });
  return { found, missing };
}
