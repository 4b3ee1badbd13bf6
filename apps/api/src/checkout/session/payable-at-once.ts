import { ProblemError } from '../../http/errors/problem-error';
import { intervalOf } from '../../order/facts/subscription-view';
import type { Offer } from '../catalog/offer';

type Priced = Pick<Offer, 'variant'>;

/** At which interval a price is paid for again; null for what is bought once. */
export const renewalInterval = ({ variant: { price } }: Priced): string | null =>
  price.recurring && intervalOf(price.recurring);

/** The interval at which a cart renews, by its first subscription; undefined for a cart without one. */
export const renewalOf = (cart: readonly Priced[]): string | undefined =>
  cart.map(renewalInterval).find((interval) => interval !== null);

/**
 * Refuses a cart that Stripe does not charge in one checkout. All that renews in it has to renew at one interval
 * (https://docs.stripe.com/changelog/basil/2025-07-30/support-mixed-intervals names what can mix them: not Checkout), and
 * there may not be too many prices of a kind.
 * @throws ProblemError CART_NOT_PAYABLE_AT_ONCE, which names what has to be ordered separately
 */
export function requirePayableAtOnce(cart: readonly Priced[]): void {
  const renewal = renewalOf(cart);
  const tooMany = tooManyOf(cart);
  const separate = cart.flatMap((item, index) => {
    const interval = renewalInterval(item);
    const isOther = interval !== null && interval !== renewal;
    if (!isOther && !tooMany[index]) return [];
    return [{ path: `items.${index}.priceId`, message: isOther ? OTHER_INTERVAL : TOO_MANY }];
  });
  if (separate.length > 0) throw new ProblemError('CART_NOT_PAYABLE_AT_ONCE', separate);
}

/** Of what could be added to a cart as much as Stripe takes beside it: optional items count as if they were bought. */
export function withRoomIn<Item extends Priced>(cart: readonly Priced[], items: Item[]): Item[] {
  const tooMany = tooManyOf([...cart, ...items]);
  return items.filter((_item, index) => !tooMany[cart.length + index]);
}

/**
 * Which prices are too many for one checkout, by their places. With a subscription it takes 20 that renew and 20 that are
 * bought once (https://docs.stripe.com/api/checkout/sessions/create); without one it takes more than a cart can hold.
 */
function tooManyOf(prices: readonly Priced[]): boolean[] {
  if (renewalOf(prices) === undefined) return prices.map(() => false);
  const counts = { once: 0, renewing: 0 };
  return prices.map((price) => {
    const kind = renewalInterval(price) === null ? 'once' : 'renewing';
    counts[kind] += 1;
    return counts[kind] > MOST_OF_A_KIND;
  });
}

const MOST_OF_A_KIND = 20;
const OTHER_INTERVAL = 'renews at another interval than the first subscription in the cart';
const TOO_MANY = `is one of more than ${MOST_OF_A_KIND} of its kind that are ordered with a subscription`;
