import type { OrderStatus, SessionState } from '../database/schema/tables';

/** The statuses between which Stripe's news moves an order. The others are a person's. */
type MovedByStripe = Exclude<OrderStatus, 'needs_review' | 'refused'>;

/** How far along a status is. An order only rises, so the order in which news arrives does not matter. */
const RANK: Record<MovedByStripe, number> = {
  pending: 0,
  processing: 1,
  expired: 2,
  payment_failed: 2,
  paid: 3,
};

const STATUS_OF: Record<SessionState, MovedByStripe | undefined> = {
  open: 'pending',
  processing: 'processing',
  awaiting_voucher: 'processing',
  confirmed: 'paid',
  nothing_to_pay: 'paid',
  payment_failed: 'payment_failed',
  expired: 'expired',
  checking: undefined,
};

/**
 * The status after a session has been read: higher than before, or the same. What needs review, and what a person has
 * refused, is moved by nothing else than a person.
 */
export function nextStatus(current: OrderStatus, seen: SessionState): OrderStatus {
  const next = STATUS_OF[seen];
  if (current === 'needs_review' || current === 'refused' || next === undefined) return current;
  return RANK[next] > RANK[current] ? next : current;
}

/** Whether a person or Stripe, but no waiting, can still change the order. */
export function isFinal(status: OrderStatus): boolean {
  return status === 'paid' || hasEndedUnpaid(status);
}

/** Whether the order holds no stock any more. */
export function hasEndedUnpaid(status: OrderStatus): boolean {
  return status === 'payment_failed' || status === 'expired' || status === 'refused';
}
