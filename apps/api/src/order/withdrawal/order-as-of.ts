import type { OrderRow } from '../../database/schema/tables';
import { sumOf } from '../facts/goods-due';

type Order = Pick<OrderRow, 'cancelledAt' | 'refundedMinor' | 'refunds'>;

/**
 * An order as it was at a time, as far as its money went back or it was cancelled. Pure. What answers a withdrawal comes
 * after it, so it does not count when the withdrawal is judged. Of a refund whose time is not known neither.
 */
export function orderAsOf<T extends Order>(order: T, at: Date): T {
  const { cancelledAt, refunds } = order;
  const back = refunds.filter(
    ({ status, createdAt }) => status === 'succeeded' && new Date(createdAt) < at,
  );
  return {
    ...order,
    cancelledAt: cancelledAt && cancelledAt < at ? cancelledAt : null,
    refundedMinor: sumOf(back),
  };
}
