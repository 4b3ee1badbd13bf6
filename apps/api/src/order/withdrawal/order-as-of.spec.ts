import { expect, it } from '@jest/globals';
import type { OrderRefund } from '../../database/schema/order-values';
import { orderAsOf } from './order-as-of';

const noon = new Date('2026-12-01T12:00:00Z');
const earlier = '2026-12-01T11:59:59.000Z';
const later = '2026-12-01T12:00:01.000Z';
const refund = (createdAt: string, status: OrderRefund['status'] = 'succeeded') =>
  ({ amountMinor: 1200, status, createdAt }) as OrderRefund;
const order = { cancelledAt: null, refundedMinor: 2400, refunds: [] as OrderRefund[] };

it.each([
  ['has what went back before', [refund(earlier), refund(earlier)], 2400],
  ['has not what went back later', [refund(earlier), refund(later)], 1200],
  ['has not what goes back in the same second', [refund(noon.toISOString())], 0],
  ['has not what has failed', [refund(earlier, 'failed')], 0],
  ['has not what went back nobody knows when', [], 0],
])('an order as of a time %s', (_what, refunds, refundedMinor) => {
  expect(orderAsOf({ ...order, refunds }, noon).refundedMinor).toBe(refundedMinor);
});

it('an order as of a time is cancelled when it was so before', () => {
  const cancelledAt = new Date(earlier);
  expect(orderAsOf({ ...order, cancelledAt }, noon).cancelledAt).toBe(cancelledAt);
  expect(orderAsOf({ ...order, cancelledAt: new Date(later) }, noon).cancelledAt).toBeNull();
});
