import { describe, expect, it } from '@jest/globals';
import { describeSession } from './session-state';

type Session = Parameters<typeof describeSession>[0];

const session = (status: unknown, paymentStatus: unknown, intent?: object) =>
  ({ status, payment_status: paymentStatus, payment_intent: intent ?? null }) as unknown as Session;

const reviewed = (review: unknown) =>
  describeSession(session('complete', 'paid', { status: 'succeeded', review }));

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
    const payment = intent === undefined ? undefined : { status: intent };
    expect(describeSession(session(status, paymentStatus, payment))).toBe(state);
  });

  it.each([
    ['display_bank_transfer_instructions', 'awaiting_bank_transfer'],
    ['verify_with_microdeposits', 'awaiting_microdeposits'],
    ['konbini_display_details', 'awaiting_voucher'],
    ['a_new_voucher', 'awaiting_voucher'],
  ])('reads an unpaid payment whose next action is %s as %s', (type, state) => {
    const payment = { status: 'requires_action', next_action: { type } };
    expect(describeSession(session('complete', 'unpaid', payment))).toBe(state);
  });

  it('waits while Radar reviews the payment, also when the review itself cannot be read', () => {
    expect(reviewed({ open: true, closed_reason: null })).toBe('payment_review');
    expect(reviewed('prv_1')).toBe('payment_review');
  });

  it.each([
    ['approved', 'confirmed'],
    ['refunded', 'payment_refused'],
    ['refunded_as_fraud', 'payment_refused'],
    ['canceled', 'payment_refused'],
    ['payment_never_settled', 'payment_refused'],
  ])('reads a review that was closed as %s as %s', (reason, state) => {
    expect(reviewed({ open: false, closed_reason: reason })).toBe(state);
  });
});
