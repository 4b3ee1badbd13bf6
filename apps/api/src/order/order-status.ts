import type { OrderRow, OrderStatus, SessionState } from '../database/schema/tables';
import { hasEndedUnpaid } from './facts/ended-unpaid';

/** The statuses that follow from what Stripe says. A review follows from what does not fit. */
type MovedByStripe = Exclude<OrderStatus, 'needs_review'>;

/** How far along a status is. An order's rank only rises, so it does not matter in which order events arrive. */
export const RANK: Record<MovedByStripe, number> = {
  pending: 0,
  processing: 1,
  expired: 2,
  payment_failed: 2,
  refused: 2,
  paid: 3,
};

/** The order's status for what `describeSession` says; undefined says nothing. */
const STATUS_OF: Record<SessionState, MovedByStripe | undefined> = {
  open: 'pending',
  processing: 'processing',
  awaiting_voucher: 'processing',
  awaiting_bank_transfer: 'processing',
  awaiting_microdeposits: 'processing',
  payment_review: 'processing',
  payment_refused: 'refused',
  confirmed: 'paid',
  nothing_to_pay: 'paid',
  payment_failed: 'payment_failed',
  expired: 'expired',
  checking: undefined,
};

/**
 * The status after a session has been read: of a higher rank than before, or the same. Only a person changes the status
 * of an order that needs review or was refused.
 */
export function nextStatus(current: OrderStatus, seen: SessionState): OrderStatus {
  const next = STATUS_OF[seen];
  if (current === 'needs_review' || current === 'refused' || next === undefined) return current;
  return RANK[next] > RANK[current] ? next : current;
}

/** Whether waiting no longer changes the status. Stripe, by a refund or dispute, and a person still can. */
export function isFinal(status: OrderStatus): boolean {
  return status === 'paid' || hasEndedUnpaid(status);
}

/** Whether the order's lines count in the stock: not once it has ended unpaid, or its shopper has cancelled it. */
export const holdsStock = ({
  status,
  cancelledAt,
}: Pick<OrderRow, 'status' | 'cancelledAt'>): boolean =>
  !hasEndedUnpaid(status) && cancelledAt === null;

/** Whether the shopper was charged, whatever happened to the money later. */
export function wasCharged({
  status,
  refundedMinor,
  refunds,
}: Pick<OrderRow, 'status' | 'refundedMinor' | 'refunds'>): boolean {
  return status === 'paid' || refundedMinor > 0 || refunds.length > 0;
}
