import type { ConfirmationState } from '@shop/contract';
import type { OrderRow } from '../../database/schema/tables';
import { failedStill } from './goods-due';

type StateFacts = Pick<
  OrderRow,
  | 'status'
  | 'sessionState'
  | 'totalMinor'
  | 'refundedMinor'
  | 'refunds'
  | 'dispute'
  | 'disputedAt'
  | 'cancelledAt'
  | 'cancelRefund'
>;

/**
 * The state that the page shows. The order's status comes first, because it can be ahead of its session's state; disputes
 * and refunds then replace the state of a paid order.
 */
export function confirmationState(order: StateFacts): ConfirmationState {
  const { status, sessionState } = order;
  switch (status) {
    case 'paid':
      return (
        moneyState(order) ?? (sessionState === 'nothing_to_pay' ? 'nothing_to_pay' : 'confirmed')
      );
    case 'processing':
      return isWaiting(sessionState) ? sessionState : 'processing';
    case 'pending':
      return sessionState === 'checking' ? 'checking' : 'open';
    case 'needs_review':
      return 'under_review';
    case 'refused':
      return moneyState(order) ?? unpaidState(order);
    case 'payment_failed':
    case 'expired':
      return status;
  }
}

const WAITING = [
  'awaiting_voucher',
  'awaiting_bank_transfer',
  'awaiting_microdeposits',
  'payment_review',
] as const;
const isWaiting = (state: string): state is (typeof WAITING)[number] =>
  (WAITING as readonly string[]).includes(state);

/** Where the money is, when it is not simply with the shop: with the bank, on its way back, or back. */
function moneyState(order: StateFacts): ConfirmationState | undefined {
  const dispute = shownDispute(order);
  if (dispute) return dispute === 'lost' ? 'dispute_lost' : 'disputed';
  const { refunds, refundedMinor, totalMinor } = order;
  const has = (status: string) => refunds.some((refund) => refund.status === status);
  // The shopper has to do something.
  if (has('requires_action')) return 'refund_requires_action';
  // Also while another one is on its way, if that one is of less.
  if (failedStill(refunds).length > 0) return 'refund_failed';
  if (has('pending')) return 'refund_pending';
  if (order.cancelledAt && refundedMinor < totalMinor)
    return order.cancelRefund === 'due' ? 'refund_pending' : 'refund_failed';
  if (order.cancelledAt && totalMinor === 0) return 'expired';
  if (refundedMinor <= 0) return undefined;
  return refundedMinor >= totalMinor ? 'refunded' : 'partially_refunded';
}

/** `disputedAt` is set while a dispute is open or lost, and not for an inquiry. */
export function shownDispute({
  disputedAt,
  dispute,
}: Pick<OrderRow, 'disputedAt' | 'dispute'>): 'open' | 'lost' | null {
  if (!disputedAt) return null;
  return dispute?.status === 'lost' ? 'lost' : 'open';
}

/** A person or Radar has refused the order, and no money of its shopper's is here. */
function unpaidState({ sessionState }: StateFacts): ConfirmationState {
  return sessionState === 'payment_failed' || sessionState === 'payment_refused'
    ? 'payment_failed'
    : 'expired';
}
