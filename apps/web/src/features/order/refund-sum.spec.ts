/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import type { Confirmation, OrderRefund } from '@shop/contract';
import { failedRefund, refundedSum, refundSum } from './refund-sum';

const refund = (
  amountMinor: number,
  euroMinor: number | null,
  status: OrderRefund['status'] = 'succeeded',
): OrderRefund => ({
  amountMinor,
  status,
  presentment: euroMinor === null ? null : { amountMinor: euroMinor, currency: 'eur' },
  createdAt: '2026-11-24T09:30:00.000Z',
});

const order = (refundedMinor: number, ...refunds: OrderRefund[]) => ({
  refunds,
  amounts: { currency: 'usd', refundedMinor } as Confirmation['amounts'],
});

describe('the sum of refunds', () => {
  it('is in the shopper’s own currency where each refund says it', () => {
    const two = order(1500, refund(1000, 900), refund(500, 450));
    expect(refundSum(two, 'succeeded')).toEqual({ amountMinor: 1350, currency: 'eur' });
    expect(refundedSum(two)).toEqual({ amountMinor: 1350, currency: 'eur' });
  });

  it('is in the order’s currency where one does not', () => {
    const mixed = order(1500, refund(1000, 900), refund(500, null));
    expect(refundSum(mixed, 'succeeded')).toEqual({ amountMinor: 1500, currency: 'usd' });
    const yen = { ...refund(500, 0), presentment: { amountMinor: 70, currency: 'jpy' } };
    expect(refundSum(order(1500, refund(1000, 900), yen), 'succeeded').currency).toBe('usd');
  });

  it('counts the refunds of one status only', () => {
    const three = order(
      1000,
      refund(1000, null),
      refund(300, null, 'pending'),
      refund(7, 6, 'failed'),
    );
    expect(refundSum(three, 'pending')).toEqual({ amountMinor: 300, currency: 'usd' });
    expect(failedRefund(three)).toEqual({ amountMinor: 6, currency: 'eur' });
    expect(refundedSum(three)).toEqual({ amountMinor: 1000, currency: 'usd' });
  });

  it('is the order’s own sum where the list misses a refund', () => {
    expect(refundedSum(order(2500, refund(1000, 900)))).toEqual({
      amountMinor: 2500,
      currency: 'usd',
    });
  });
});
