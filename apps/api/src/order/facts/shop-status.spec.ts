import { describe, expect, it } from '@jest/globals';
import type { OrderRow } from '../../database/schema/tables';
import { shopStatus } from './shop-status';

const paid = {
  status: 'paid',
  sessionState: 'confirmed',
  totalMinor: 2400,
  refundedMinor: 0,
  refunds: [],
  dispute: null,
  reviewResolvedAt: null,
  shippedStatus: null,
} as unknown as OrderRow;
const GOODS = [{ recurring: null, shippable: null }];

describe('where the goods of an order are', () => {
  it.each<[string, Partial<OrderRow>, string | null]>([
    ['paid', {}, 'preparing'],
    ['not paid yet', { status: 'pending', sessionState: 'open' }, null],
    ['under review', { status: 'needs_review' }, null],
    ['refused', { status: 'refused' }, 'cancelled'],
    ['refunded in full', { refundedMinor: 2400 }, 'cancelled'],
    ['refunded in part', { refundedMinor: 400 }, 'preparing'],
    ['refunded after it was sent', { refundedMinor: 2400, shippedStatus: 'shipped' }, 'shipped'],
    ['expired', { status: 'expired' }, null],
    ['partly out', { shippedStatus: 'partly_shipped' }, 'partly_shipped'],
  ])('of an order that is %s', (_what, changes, expected) => {
    expect(shopStatus({ ...paid, ...changes }, GOODS)).toBe(expected);
  });

  it('is nothing to tell where nothing is to be sent', () => {
    expect(shopStatus(paid, [{ recurring: null, shippable: false }])).toBeNull();
    const recurring = { interval: 'month', intervalCount: 1 } as const;
    expect(shopStatus(paid, [{ recurring, shippable: null }])).toBeNull();
    expect(shopStatus(paid, [{ recurring, shippable: true }])).toBe('preparing');
  });
});
