import type { OrderRow } from '../../database/schema/tables';
import { disputeStanding } from '../facts/dispute-standing';
import { isDue, isHeld } from '../facts/goods-due';
import { hasEndedUnpaid } from '../facts/ended-unpaid';

/** Why nothing may be sent for an order now; undefined: it may. It says the same as `goodsDue` of the merchant's events. */
export function whyNotShippable(order: OrderRow): string | undefined {
  if (isDue(order) && !isHeld(order)) return undefined;
  if (hasEndedUnpaid(order.status)) return 'has ended without payment';
  if (isHeld(order)) return 'is under review';
  if (order.status !== 'paid') return 'is not paid';
  if (order.cancelledAt) return 'was cancelled';
  const standing = disputeStanding(order.dispute);
  if (standing === 'open' || standing === 'lost') return 'is disputed';
  const { refundedMinor, refunds } = order;
  return refundedMinor > 0 || refunds.length > 0
    ? 'is refunded in full, or about to be'
    : 'is not paid';
}
