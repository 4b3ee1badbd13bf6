import { describe, expect, it } from '@jest/globals';
import type { OrderRow } from '../../database/schema/tables';
import { whatIsWrong } from './what-is-wrong';

const fine = {
  status: 'paid',
  sessionState: 'confirmed',
  reviewReason: null,
  reviewResolvedAt: null,
  dispute: null,
  refunds: [],
  currency: 'usd',
  syncFailure: null,
  tellingHeldAt: null,
} as unknown as OrderRow;

type Refund = OrderRow['refunds'][number];

const refund = (id: string, amountMinor: number, status: Refund['status']): Refund => ({
  id,
  amountMinor,
  status,
  presentment: null,
  createdAt: '2026-11-28T12:00:00.000Z',
});

const codesOf = (order: Partial<OrderRow>) =>
  whatIsWrong({ ...fine, ...order }, []).map(({ code }) => code);

const wordsOf = (...refunds: Refund[]) =>
  whatIsWrong({ ...fine, refunds }, []).map(({ words }) => words);

describe('what is wrong with an order', () => {
  it('is a refund that failed, with its own amount, also after another part was given back', () => {
    const failed = refund('re_1', 1000, 'failed');
    const words = 'Its refund re_1 of $10.00 failed: the shopper has not got the money.';
    expect(wordsOf(failed)).toEqual([words]);
    expect(wordsOf(failed, refund('re_2', 500, 'succeeded'))).toEqual([words]);
    expect(wordsOf(failed, refund('re_2', 500, 'pending'))).toEqual([words]);
  });

  it('is each refund that failed, and none that later ones have made good', () => {
    const failed = [refund('re_1', 1000, 'failed'), refund('re_2', 400, 'failed')];
    expect(wordsOf(...failed)).toHaveLength(2);
    expect(wordsOf(...failed, refund('re_3', 400, 'succeeded'))).toEqual([
      expect.stringContaining('re_1 of $10.00'),
    ]);
    expect(wordsOf(...failed, refund('re_3', 1000, 'pending'))).toEqual([]);
    expect(wordsOf()).toEqual([]);
  });

  it.each([
    ['needs_response', ['dispute_open']],
    ['appeal_needs_response', ['dispute_open']],
    ['warning_needs_response', ['inquiry_open']],
    ['of_next_year', ['dispute_open']],
    ['under_review', []],
    ['appeal_under_review', []],
    ['warning_under_review', []],
    ['won', []],
    ['lost', []],
    ['warning_closed', []],
    ['prevented', []],
  ])('is a dispute that waits for evidence: %s', (status, codes) => {
    const dispute = { id: 'dp_1', status, amountMinor: 1000, dueBy: '2026-12-03T23:59:59.000Z' };
    expect(codesOf({ dispute })).toEqual(codes);
  });
});
