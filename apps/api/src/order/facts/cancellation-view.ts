import type { OrderCancellation } from '@shop/contract';
import type { OrderRow } from '../../database/schema/tables';
import { notFailed, sumOf } from './goods-due';

type Facts = Pick<
  OrderRow,
  'cancelledAt' | 'cancelRefund' | 'refunds' | 'refundedMinor' | 'totalMinor'
>;

/** How an order's shopper and its merchant are told that it was cancelled; null unless it was. Pure. */
export function cancellationView(order: Facts): OrderCancellation | null {
  const { cancelledAt, cancelRefund } = order;
  if (!cancelledAt) return null;
  const isUnderWay = cancelRefund !== 'none' && isGoingBack(order);
  return {
    at: cancelledAt.toISOString(),
    refund: isUnderWay ? 'started' : (cancelRefund ?? 'none'),
  };
}

/** Whether all of the money is back with the shopper or on its way: what failed is neither. */
export function isGoingBack({
  refunds,
  refundedMinor,
  totalMinor,
}: Pick<OrderRow, 'refunds' | 'refundedMinor' | 'totalMinor'>): boolean {
  return Math.max(refundedMinor, sumOf(notFailed(refunds))) >= totalMinor;
}
