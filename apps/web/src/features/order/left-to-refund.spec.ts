/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import { examples } from '@shop/contract/examples';
import { leftToRefund } from './left-to-refund';

const { amounts } = examples['confirmation-confirmed-full'];
const inEuro = { amountMinor: 5796, currency: 'eur' };
const refund = {
  amountMinor: 1000,
  status: 'pending',
  presentment: { amountMinor: 900, currency: 'eur' },
  createdAt: '2026-11-24T09:30:00.000Z',
} as const;

describe('what is left to be refunded', () => {
  it('is what the shopper was charged, in their own currency', () => {
    const charged = { ...amounts, presentment: inEuro };
    expect(leftToRefund({ amounts: charged, refunds: [] })).toEqual(inEuro);
  });

  it('is the total of an order that was charged in its own currency', () => {
    expect(leftToRefund({ amounts: { ...amounts, presentment: null }, refunds: [] })).toEqual({
      amountMinor: 6440,
      currency: 'usd',
    });
  });

  it('is in the order’s currency once a part has gone back, or is on its way', () => {
    const partly = { ...amounts, presentment: inEuro, refundedMinor: 1000 };
    expect(leftToRefund({ amounts: partly, refunds: [] })).toEqual({
      amountMinor: 5440,
      currency: 'usd',
    });
    const charged = { ...amounts, presentment: inEuro };
    expect(leftToRefund({ amounts: charged, refunds: [refund] }).currency).toBe('usd');
  });
});
