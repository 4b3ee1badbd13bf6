import { describe, expect, it } from '@jest/globals';
import { describeSession } from './session-state';

type Session = Parameters<typeof describeSession>[0];

const session = (status: unknown, paymentStatus: unknown, intent?: string) =>
  ({
    status,
    payment_status: paymentStatus,
    payment_intent: intent === undefined ? null : { status: intent },
  }) as unknown as Session;

describe('describeSession', () => {
  it.each([
    ['open', 'unpaid', undefined, 'open'],
    ['open', 'no_payment_required', undefined, 'open'],
    ['complete', 'paid', 'succeeded', 'confirmed'],
    ['complete', 'paid', undefined, 'confirmed'],
    ['complete', 'no_payment_required', undefined, 'nothing_to_pay'],
    ['complete', 'unpaid', 'processing', 'processing'],
    ['complete', 'unpaid', 'requires_action', 'awaiting_voucher'],
    ['complete', 'unpaid', 'requires_payment_method', 'payment_failed'],
    ['complete', 'unpaid', 'canceled', 'payment_failed'],
    ['complete', 'unpaid', undefined, 'checking'],
    ['complete', 'unpaid', 'a_new_status', 'checking'],
    ['complete', 'a_new_status', 'succeeded', 'checking'],
    ['expired', 'unpaid', undefined, 'expired'],
    ['expired', 'no_payment_required', undefined, 'expired'],
    ['open', 'paid', 'succeeded', 'checking'],
    ['expired', 'paid', 'succeeded', 'checking'],
    [null, 'paid', 'succeeded', 'checking'],
    ['a_new_status', 'unpaid', undefined, 'checking'],
  ])('reads %s, %s, payment %s as %s', (status, paymentStatus, intent, state) => {
    expect(describeSession(session(status, paymentStatus, intent))).toBe(state);
  });
});
