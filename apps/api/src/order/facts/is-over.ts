import type { OrderRow } from '../../database/schema/tables';
import { hasEndedUnpaid } from './ended-unpaid';
import { isKept } from './goods-due';

/** Whether nothing more comes of an order: it has ended without payment, was cancelled, or all its money goes back. */
export const isOver = (
  order: Pick<OrderRow, 'status' | 'cancelledAt' | 'refunds' | 'refundedMinor' | 'totalMinor'>,
): boolean => hasEndedUnpaid(order.status) || order.cancelledAt !== null || !isKept(order);
