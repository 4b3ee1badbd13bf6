import type { OrderRow } from '../../database/schema/tables';
import { cancellationView } from '../facts/cancellation-view';
import { disputeStanding } from '../facts/dispute-standing';
import { isFraudWarned } from '../facts/is-fraud-warned';
import { failedStill, isDue, isHeld } from '../facts/goods-due';
import { isReviewOpen } from '../facts/is-review-open';
import { attemptOf, awaitedBy, isReceived } from '../facts/payment-attempt';
import { isRenewalUnpaid, subscriptionStanding } from '../facts/subscription-standing';
import type { FulfilmentTrigger } from './fulfilment-step';

type Truth = (order: OrderRow, triggerId: string) => boolean;

const refund =
  (...statuses: string[]): Truth =>
  ({ refunds }, id) =>
    statuses.includes(refunds.find((one) => one.id === id)?.status ?? 'canceled');

/** Of the attempt to pay that counts now: what was true of an earlier one is over. */
const ofAttempt =
  (isTrue: (order: OrderRow) => boolean): Truth =>
  (order, id) =>
    id === attemptOf(order) && isTrue(order);

/**
 * Whether what a trigger says is still true of the order. What is no longer true is not told: whatever made it untrue has
 * a trigger of its own.
 */
const TRUTHS: Record<FulfilmentTrigger, Truth> = {
  order_received: ofAttempt(isReceived),
  voucher_issued: ofAttempt((order) => awaitedBy(order) === 'awaiting_voucher'),
  order_confirmed: isDue,
  order_due_again: isDue,
  payment_failed: ofAttempt(({ status }) => status === 'payment_failed'),
  order_cancelled: ({ status, supersededAt }) =>
    status === 'refused' ||
    status === 'expired' ||
    (status === 'payment_failed' && supersededAt !== null),
  shopper_cancelled: ({ cancelledAt }) => cancelledAt !== null,
  staff_cancelled: ({ cancelledAt }) => cancelledAt !== null,
  // A person may have made the refund in another way, and by a lost dispute the bank has.
  cancellation_refused: (order) =>
    cancellationView(order)?.refund === 'refused' && disputeStanding(order.dispute) !== 'lost',
  // A newer version is told by a trigger of its own, and nobody is told where goods go that are not to be sent.
  address_corrected: (order, id) =>
    String(order.addressVersion) === id && (isDue(order) || order.status === 'processing'),
  refund_pending: refund('pending'),
  refund_requires_action: refund('requires_action'),
  refund_succeeded: refund('succeeded'),
  // Later refunds that make it good tell what becomes of the money now.
  refund_failed: ({ refunds }, id) => failedStill(refunds).some((one) => one.id === id),
  refund_canceled: refund('canceled'),
  inquiry_opened: ({ dispute }, id) => dispute?.id === id && disputeStanding(dispute) === 'inquiry',
  dispute_opened: ({ dispute }, id) => dispute?.id === id && disputeStanding(dispute) === 'open',
  dispute_lost: ({ dispute }, id) => dispute?.id === id && disputeStanding(dispute) === 'lost',
  // The order knows its weightiest dispute only: where that one moves no money, no other one does.
  dispute_won: ({ dispute }) => ['none', 'inquiry'].includes(disputeStanding(dispute)),
  fraud_warning: isFraudWarned,
  renewal_failed: isRenewalUnpaid,
  subscription_ended: ({ subscription }) => subscriptionStanding(subscription) === 'over',
  review_opened: isHeld,
  review_closed: (order) => !isHeld(order),
  decision_needed: isReviewOpen,
  // They say what has happened, not how things are.
  renewal_money: () => true,
  withdrawal_requested: () => true,
  undeliverable: () => true,
  staff_mail_deferred: () => true,
  shipment_created: () => true,
  shipment_delivered: () => true,
  shipment_lost: () => true,
  shipment_returned: () => true,
};

export const isStillTrue = (
  trigger: FulfilmentTrigger,
  triggerId: string,
  order: OrderRow,
): boolean => TRUTHS[trigger](order, triggerId);
