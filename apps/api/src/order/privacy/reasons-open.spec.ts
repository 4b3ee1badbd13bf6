import { describe, expect, it } from '@jest/globals';
import type { OrderRow } from '../../database/schema/tables';
import { reasonsOpen } from './reasons-open';

const closed = {
  status: 'paid',
  reviewReason: null,
  reviewResolvedAt: null,
  dispute: null,
  refunds: [],
  subscription: null,
} as unknown as OrderRow;
const dispute = (status: string) => ({ id: 'dp_1', status, amountMinor: 1, dueBy: null });
const refund = (status: OrderRow['refunds'][number]['status']) => [
  { id: 're_1', amountMinor: 1, status, presentment: null, createdAt: '' },
];
const subscription = (status: string) => ({
  status,
  stripeCustomerId: null,
  currentPeriodEnd: null,
  cancelAt: null,
  endedAt: null,
});
const done = { step: 'confirmation_mail', doneAt: new Date() };

describe('an order', () => {
  it.each<[string, Partial<OrderRow>]>([
    ['paid', {}],
    ['expired', { status: 'expired' }],
    ['payment_failed', { status: 'payment_failed' }],
    ['refused', { status: 'refused' }],
    ['decided about', { reviewReason: 'another amount', reviewResolvedAt: new Date() }],
    ['with a dispute that is won', { dispute: dispute('won') }],
    ['with a dispute that is lost', { dispute: dispute('lost') }],
    ['with a refund that has arrived', { refunds: refund('succeeded') }],
    ['with a refund that failed', { refunds: refund('failed') }],
    ['whose subscription is over', { subscription: subscription('canceled') }],
  ])('that is %s needs its data no more', (_what, changes) => {
    expect(reasonsOpen({ ...closed, ...changes }, [done])).toEqual([]);
  });

  it.each<[string, Partial<OrderRow>, string]>([
    ['pending', { status: 'pending' }, 'is not paid yet'],
    ['processing', { status: 'processing' }, 'is not paid yet'],
    ['held', { status: 'needs_review', reviewReason: 'x' }, 'waits for a decision'],
    ['paid and under review', { reviewReason: 'another amount' }, 'waits for a decision'],
    ['disputed', { dispute: dispute('needs_response') }, 'is disputed'],
    ['asked about', { dispute: dispute('warning_needs_response') }, 'is disputed'],
    ['refunded soon', { refunds: refund('pending') }, 'has a refund on its way'],
    ['refunded by hand', { refunds: refund('requires_action') }, 'has a refund on its way'],
    ['renewed', { subscription: subscription('active') }, 'is a subscription that goes on'],
    ['not renewed', { subscription: subscription('past_due') }, 'is a subscription that goes on'],
  ])('that is %s still needs it', (_what, changes, reason) => {
    expect(reasonsOpen({ ...closed, ...changes }, [done])).toEqual([reason]);
  });

  it('that has something to tell still needs it, and says what', () => {
    const waiting = { step: 'refund_mail:re_1', doneAt: null };
    expect(reasonsOpen(closed, [done, waiting])).toEqual([
      'has something to tell: refund_mail:re_1',
    ]);
  });
});
