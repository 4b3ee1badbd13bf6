import type { Confirmation, OrderRefund } from '@shop/contract';

/** An amount in minor units of its currency. */
export type Amount = { amountMinor: number; currency: string };

type Refunded = Pick<Confirmation, 'refunds' | 'amounts'>;

/**
 * What the refunds of a status come to: in the shopper's own currency where Stripe says it for each of them, else in the
 * currency of the order.
 */
export function refundSum({ refunds, amounts }: Refunded, status: OrderRefund['status']): Amount {
  const summed = refunds.filter((refund) => refund.status === status);
  const currency = summed[0]?.presentment?.currency;
  return currency && summed.every(({ presentment }) => presentment?.currency === currency)
    ? { amountMinor: sum(summed.map(({ presentment }) => presentment?.amountMinor)), currency }
    : { amountMinor: sum(summed.map((refund) => refund.amountMinor)), currency: amounts.currency };
}

/**
 * The last refund that failed and that is not made good: those made after it that have not failed come to less. Where none
 * is, the state tells of what was never paid out of a cancelled order.
 */
export function failedRefund({ refunds, amounts }: Refunded): Amount {
  let laterMinor = 0;
  const failed = refunds.findLast(({ status, amountMinor }) => {
    if (status === 'failed') return laterMinor < amountMinor;
    laterMinor += amountMinor;
    return false;
  });
  const { currency, totalMinor, refundedMinor } = amounts;
  const amountMinor = failed?.amountMinor ?? totalMinor - refundedMinor;
  return failed?.presentment ?? { amountMinor, currency };
}

/**
 * What has been refunded. The order's own sum counts where the list of refunds says otherwise, because the list can miss
 * an old refund.
 */
export function refundedSum(order: Refunded): Amount {
  const { refundedMinor, currency } = order.amounts;
  const listed = order.refunds.filter(({ status }) => status === 'succeeded');
  return sum(listed.map(({ amountMinor }) => amountMinor)) === refundedMinor
    ? refundSum(order, 'succeeded')
    : { amountMinor: refundedMinor, currency };
}

const sum = (parts: (number | undefined)[]) =>
  parts.reduce<number>((all, part = 0) => all + part, 0);
