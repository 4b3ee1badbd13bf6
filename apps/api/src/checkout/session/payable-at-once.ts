import { ProblemError } from '../../http/errors/problem-error';
import type { Offer } from '../catalog/offer';

type Priced = Pick<Offer, 'variant'>;

/** How often a price is paid for again, such as `1 month`; null for what is bought once. */
export function intervalOf({ variant }: Priced): string | null {
  const { recurring } = variant.price;
  return recurring && `${recurring.intervalCount} ${recurring.interval}`;
}

/** The interval at which a cart renews, by its first subscription; undefined for a cart without one. */
export const renewalOf = (cart: readonly Priced[]): string | undefined =>
  cart.map(intervalOf).find((interval) => interval !== null);

/**
 * Refuses a cart that Stripe does not charge in one checkout: all that renews in it has to renew at one interval
 * (https://docs.stripe.com/changelog/basil/2025-07-30/support-mixed-intervals names what can mix them: not Checkout).
 * @throws ProblemError CART_NOT_PAYABLE_AT_ONCE, which names what has to be ordered separately
 */
export function requirePayableAtOnce(cart: readonly Priced[]): void {
  const renewal = renewalOf(cart);
  const separate = cart.flatMap((item, index) => {
    const interval = intervalOf(item);
    return interval === null || interval === renewal
      ? []
      : [{ path: `items.${index}.priceId`, message: OTHER_INTERVAL }];
  });
  if (separate.length > 0) throw new ProblemError('CART_NOT_PAYABLE_AT_ONCE', separate);
}

const OTHER_INTERVAL = 'renews at another interval than the first subscription in the cart';
