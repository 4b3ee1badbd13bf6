import { describe, expect, it } from '@jest/globals';
import type { OrderRow } from '../../database/schema/tables';
import { shippedStatus, shopStatus } from './shop-status';

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

describe('how far two of a line have come', () => {
  const LINES = [{ position: 0, quantity: 2, recurring: null, shippable: null }];
  const day = (n: number | undefined) => (n === undefined ? null : new Date(Date.UTC(2026, 10, n)));
  const parcel = (
    quantity: number,
    sent: number,
    news: { delivered?: number; gone?: number } = {},
  ) => ({
    lines: [{ position: 0, quantity }],
    shippedAt: new Date(Date.UTC(2026, 10, sent)),
    deliveredAt: day(news.delivered),
    goneAt: day(news.gone),
  });

  it.each<[string, ReturnType<typeof parcel>[], string | null]>([
    ['without a parcel', [], null],
    ['with one of them out', [parcel(1, 1)], 'partly_shipped'],
    ['with both out', [parcel(1, 1), parcel(1, 3)], 'shipped'],
    ['with one lost and replaced', [parcel(1, 1, { gone: 5 }), parcel(1, 6)], 'partly_shipped'],
    [
      'with one replaced as it was lost',
      [parcel(1, 1, { gone: 5 }), parcel(1, 5)],
      'partly_shipped',
    ],
    [
      'with one that came back, and was replaced and delivered',
      [parcel(1, 1, { delivered: 3, gone: 5 }), parcel(1, 6, { delivered: 8 })],
      'partly_shipped',
    ],
    ['with one lost when both were out', [parcel(1, 1, { gone: 5 }), parcel(1, 3)], 'shipped'],
    ['with both lost', [parcel(2, 1, { gone: 5 })], 'shipped'],
    ['with both come back', [parcel(2, 1, { delivered: 3, gone: 5 })], 'delivered'],
    [
      'with one lost and replaced, and both delivered',
      [parcel(1, 1, { gone: 5 }), parcel(1, 6, { delivered: 8 }), parcel(1, 7, { delivered: 9 })],
      'delivered',
    ],
    [
      'with one replaced twice',
      [parcel(1, 1, { gone: 2 }), parcel(1, 3, { gone: 4 }), parcel(1, 5)],
      'partly_shipped',
    ],
  ])('%s', (_what, parcels, expected) => {
    expect(shippedStatus(LINES, parcels)).toBe(expected);
    expect(shippedStatus(LINES, parcels.toReversed())).toBe(expected);
  });
});
