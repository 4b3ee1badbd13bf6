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
  totalMinor: 2400,
  refundedMinor: 0,
  currency: 'usd',
  cancelRefund: null,
  fraudWarnedAt: null,
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

  it.each<[string, string[]]>([
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

  const disputed = (status: string) => ({
    dispute: { id: 'dp_1', status, amountMinor: 2400, dueBy: null },
  });
  const all = (status: Refund['status']) => ({ refunds: [refund('re_1', 2400, status)] });
  const warned = { fraudWarnedAt: new Date('2026-11-28T12:00:00Z') };
  const refused = { cancelRefund: 'refused' } as const;

  it.each<[string, Partial<OrderRow>, string[]]>([
    ['nobody has acted upon', {}, ['fraud_warning']],
    ['with a part refunded', { refundedMinor: 400 }, ['fraud_warning']],
    ['with all of it refunded', { refundedMinor: 2400 }, []],
    ['with all of it on its way back', all('pending'), []],
    ['that has come true', disputed('under_review'), []],
    ['whose dispute is lost', disputed('lost'), []],
    ['whose dispute is won', disputed('won'), []],
    ['with a refund that failed', all('failed'), ['fraud_warning', 'refund_failed']],
    ['with a refund that failed and a lost dispute', { ...all('failed'), ...disputed('lost') }, []],
  ])('is a warning of fraud %s', (_how, order, codes) => {
    expect(codesOf({ ...warned, ...order })).toEqual(codes);
  });

  it.each<[string, Partial<OrderRow>, string[]]>([
    ['until its money goes back', {}, ['refund_refused']],
    ['also where a part of it does', { refundedMinor: 400 }, ['refund_refused']],
    ['not where a person has refunded it', { refundedMinor: 2400 }, []],
    ['not where the bank has given it back', disputed('lost'), []],
  ])('is a refused refund of what was cancelled: %s', (_how, order, codes) => {
    expect(codesOf({ ...refused, ...order })).toEqual(codes);
  });

  it("is a refusal of Radar's that came after the order was paid", () => {
    expect(codesOf({ sessionState: 'payment_refused' })).toEqual(['payment_refused']);
    expect(codesOf({ sessionState: 'payment_refused', status: 'refused' })).toEqual([]);
    expect(codesOf({ sessionState: 'payment_refused', refundedMinor: 2400 })).toEqual([]);
  });
});
