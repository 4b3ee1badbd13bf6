import type { OrderRow } from '../../database/schema/tables';
import { disputeStanding } from '../facts/dispute-standing';
import { isDue, isHeld } from '../facts/goods-due';
import { isReviewOpen } from '../facts/is-review-open';
import { isRenewalUnpaid, subscriptionStanding } from '../facts/subscription-standing';
import type { OrderDecision } from '../order-decision';
import { attemptOf, awaitedBy, isReceived } from '../facts/payment-attempt';

type Triggers = OrderDecision['triggers'];

/**
 * What has become true between two versions of an order. Pure; each has the same id however often it is found: of the
 * attempt to pay, of the refund, of the dispute, else of the version that the order gets by it.
 */
export function triggersOf(before: OrderRow, after: OrderRow): Triggers {
  const version = `v${before.version + 1}`;
  const becameDue: Triggers =
    after.releasedAt && !before.releasedAt ? [{ trigger: 'order_confirmed', id: '' }] : [];
  const isDueAgain = before.releasedAt && isDue(after) && !isDue(before);
  return [
    ...paymentTriggers(before, after, version),
    // What the goods waited for is told before they are due, and a refund after that.
    ...reviewTriggers(before, after, version),
    ...disputeTriggers(before, after),
    ...becameDue,
    ...refundTriggers(before, after),
    ...subscriptionTriggers(before, after, version),
    ...(isDueAgain ? [{ trigger: 'order_due_again' as const, id: version }] : []),
  ];
}

function paymentTriggers(before: OrderRow, after: OrderRow, version: string): Triggers {
  const [was, is] = [awaitedBy(before), awaitedBy(after)];
  const id = attemptOf(after);
  const isOther = id !== attemptOf(before);
  const once = (trigger: Triggers[number]['trigger'], wasTrue: boolean, isTrue: boolean) =>
    isTrue && (!wasTrue || isOther) ? [{ trigger, id }] : [];
  return [
    ...once('order_received', isReceived(before), isReceived(after)),
    ...once('voucher_issued', was === 'awaiting_voucher', is === 'awaiting_voucher'),
    ...(before.status === after.status ? [] : endTriggers(before, after, version)),
  ];
}

function endTriggers(before: OrderRow, after: OrderRow, version: string): Triggers {
  switch (after.status) {
    case 'payment_failed': {
      // Whoever has chosen to pay another way has ended the payment: it has not failed.
      const isGivenUp = after.supersededAt !== null && awaitedBy(before) !== null;
      return isGivenUp
        ? [{ trigger: 'order_cancelled', id: version }]
        : [{ trigger: 'payment_failed', id: attemptOf(after) }];
    }
    case 'refused':
      return [{ trigger: 'order_cancelled', id: version }];
    case 'expired':
      // A checkout that nobody finished was no order yet.
      return before.status === 'pending' ? [] : [{ trigger: 'order_cancelled', id: version }];
    default:
      return [];
  }
}

function refundTriggers(before: OrderRow, after: OrderRow): Triggers {
  const isNew = ({ id, status }: OrderRow['refunds'][number]) =>
    before.refunds.find((refund) => refund.id === id)?.status !== status;
  const isCanceled = ({ id, status }: OrderRow['refunds'][number]) =>
    (status === 'pending' || status === 'requires_action') &&
    !after.refunds.some((refund) => refund.id === id);
  return [
    ...after.refunds
      .filter(isNew)
      .map(({ id, status }) => ({ trigger: `refund_${status}` as const, id })),
    ...before.refunds
      .filter(isCanceled)
      .map(({ id }) => ({ trigger: 'refund_canceled' as const, id })),
  ];
}

function disputeTriggers(before: OrderRow, after: OrderRow): Triggers {
  const [was, is] = [disputeStanding(before.dispute), disputeStanding(after.dispute)];
  const isKnown = was === is && before.dispute?.id === after.dispute?.id;
  const id = after.dispute?.id ?? '';
  const isWon = (was === 'open' || was === 'lost') && (is === 'none' || is === 'inquiry');
  return [
    ...(isWon ? [{ trigger: 'dispute_won' as const, id: before.dispute?.id ?? '' }] : []),
    ...(is === 'none' || isKnown ? [] : [{ trigger: DISPUTE_TRIGGERS[is], id }]),
  ];
}

/** A subscription that the order did not know before has just begun: the confirmation tells of it. */
function subscriptionTriggers(before: OrderRow, after: OrderRow, id: string): Triggers {
  const was = subscriptionStanding(before.subscription);
  const is = subscriptionStanding(after.subscription);
  if (was === 'running' && isRenewalUnpaid(after)) return [{ trigger: 'renewal_failed', id }];
  const hasRun = was === 'running' || was === 'unpaid';
  return hasRun && is === 'over' ? [{ trigger: 'subscription_ended', id: '' }] : [];
}

const DISPUTE_TRIGGERS = {
  inquiry: 'inquiry_opened',
  open: 'dispute_opened',
  lost: 'dispute_lost',
} as const;

/** Goods that wait are everybody's affair; a decision about an order that goes on is only the staff's. */
function reviewTriggers(before: OrderRow, after: OrderRow, id: string): Triggers {
  if (isHeld(before) !== isHeld(after))
    return [{ trigger: isHeld(after) ? 'review_opened' : 'review_closed', id }];
  const isNew = isReviewOpen(after) && !isReviewOpen(before);
  return isNew ? [{ trigger: 'decision_needed', id }] : [];
}
