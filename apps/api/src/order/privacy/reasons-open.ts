import type { FulfilmentRow } from '../../database/schema/fulfilment-tables';
import type { OrderRow } from '../../database/schema/tables';
import { disputeStanding } from '../facts/dispute-standing';
import { isReviewOpen } from '../facts/is-review-open';
import { goesOn } from '../facts/subscription-standing';

/**
 * Why an order still needs its shopper's data; empty when nothing is open. Pure.
 * @param steps of its fulfilment, in all channels
 * @returns each reason as the end of a sentence that begins with the order's number
 */
export function reasonsOpen(
  order: OrderRow,
  steps: readonly Pick<FulfilmentRow, 'step' | 'doneAt'>[],
): string[] {
  const { status, dispute, refunds, subscription } = order;
  const standing = disputeStanding(dispute);
  const isPending = refunds.some(
    (refund) => refund.status === 'pending' || refund.status === 'requires_action',
  );
  const waiting = steps.filter(({ doneAt }) => doneAt === null).map(({ step }) => step);
  return [
    ...(status === 'pending' || status === 'processing' ? ['is not paid yet'] : []),
    ...(status === 'needs_review' || isReviewOpen(order) ? ['waits for a decision'] : []),
    ...(standing === 'open' || standing === 'inquiry' ? ['is disputed'] : []),
    ...(isPending ? ['has a refund on its way'] : []),
    ...(order.cancelledAt && order.refundedMinor < order.totalMinor
      ? ['was cancelled and is not refunded yet']
      : []),
    ...(goesOn(subscription) ? ['is a subscription that goes on'] : []),
    ...(waiting.length > 0 ? [`has something to tell: ${waiting.join(', ')}`] : []),
  ];
}
