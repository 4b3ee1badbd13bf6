import type { OrderStatus, SessionState } from '../database/tables';

/** How far along a status is. An order only rises, so the order in which news arrives does not matter. */
const RANK: Record<Exclude<OrderStatus, 'needs_review'>, number> = {
  pending: 0,
  processing: 1,
  expired: 2,
  payment_failed: 2,
  paid: 3,
};

const STATUS_OF: Record<SessionState, Exclude<OrderStatus, 'needs_review'> | undefined> = {
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
 * The status after a session has been read: higher than before, or the same. What needs review waits for a person and
 * is moved by nothing else.
 */
export function nextStatus(current: OrderStatus, seen: SessionState): OrderStatus {
  const next = STATUS_OF[seen];
  if (current === 'needs_review' || next === undefined) return current;
  return RANK[next] > RANK[current] ? next : current;
}

/** Whether a person or Stripe, but no waiting, can still change the order. */
export function isFinal(status: OrderStatus): boolean {
  return status === 'paid' || status === 'payment_failed' || status === 'expired';
}

/** Whether the order holds no stock any more. */
export function hasEndedUnpaid(status: OrderStatus): boolean {
  return status === 'payment_failed' || status === 'expired';
}
