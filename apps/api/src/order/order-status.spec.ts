import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { OrderStatus, SessionState } from '../database/schema/tables';
import { nextStatus } from './order-status';

const seen: SessionState[] = [
  'open',
  'processing',
  'awaiting_voucher',
  'confirmed',
  'nothing_to_pay',
  'payment_failed',
  'expired',
  'checking',
];

describe('the status of an order', () => {
  it.each<[OrderStatus, SessionState, OrderStatus]>([
    ['pending', 'processing', 'processing'],
    ['processing', 'confirmed', 'paid'],
    ['processing', 'payment_failed', 'payment_failed'],
    ['pending', 'expired', 'expired'],
    ['pending', 'nothing_to_pay', 'paid'],
    ['paid', 'open', 'paid'],
    ['paid', 'expired', 'paid'],
    ['expired', 'open', 'expired'],
    ['pending', 'checking', 'pending'],
    ['needs_review', 'confirmed', 'needs_review'],
  ])('goes from %s, seeing %s, to %s', (from, state, to) => {
    expect(nextStatus(from, state)).toBe(to);
  });

  it('once paid stays paid, and ends the same whatever order the news arrives in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(seen), fc.array(fc.constantFrom(...seen)), (first, rest) => {
        const news = [...first, 'confirmed' as const, ...rest];
        expect(news.reduce<OrderStatus>(nextStatus, 'pending')).toBe('paid');
      }),
    );
  });
});
