import type { Confirmation } from '@shop/contract';
import type { Amount } from './refund-sum';

type Refundable = Pick<Confirmation, 'amounts' | 'refunds'>;

/**
 * What a cancellation gives back: all that was charged, in the shopper's own currency if they paid in one. Once a part has
 * gone back, Stripe says only in the order's currency what is left.
 */
export function leftToRefund({ amounts, refunds }: Refundable): Amount {
  const { totalMinor, refundedMinor, currency, presentment } = amounts;
  if (presentment && refundedMinor === 0 && refunds.length === 0) return presentment;
  return { amountMinor: totalMinor - refundedMinor, currency };
}
