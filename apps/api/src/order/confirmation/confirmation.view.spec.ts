import { describe, expect, it } from '@jest/globals';
import type { OrderRefund } from '../../database/schema/tables';
import { confirmationState } from '../facts/confirmation-state';
import { maskEmail } from './confirmation.view';

describe('maskEmail', () => {
  it.each([
    ['jenny.rosen@example.com', 'j•••@e•••.com'],
    ['a@b.co', 'a•••@b•••.co'],
    ['x@mail.example.co.uk', 'x•••@m•••.uk'],
    ['名@例え.jp', '名•••@例•••.jp'],
    ['not an address', null],
    ['@example.com', null],
  ])('shows %s as %s', (email, masked) => {
    expect(maskEmail(email)).toBe(masked);
  });
});

describe('the state of a paid order', () => {
  type Facts = Parameters<typeof confirmationState>[0];
  const paid: Facts = {
    status: 'paid',
    sessionState: 'confirmed',
    totalMinor: 2400,
    refundedMinor: 100,
    refunds: [],
    dispute: null,
    disputedAt: null,
    cancelledAt: null,
    cancelRefund: null,
  };
  const state = (facts: Partial<Facts>) => confirmationState({ ...paid, ...facts });
  const refund = (status: OrderRefund['status'], amountMinor: number): OrderRefund => ({
    id: `re_${status}`,
    amountMinor,
    status,
    presentment: null,
    createdAt: '2026-11-28T12:00:00.000Z',
  });

  it('is what weighs most of all that becomes of its money, as the contract has it', () => {
    const [failed, pending] = [refund('failed', 900), refund('pending', 500)];
    const refunds = [failed, pending, refund('requires_action', 300)];
    expect([
      state({ refunds, disputedAt: new Date() }),
      state({ refunds }),
      state({ refunds: [failed, pending] }),
      state({ refunds: [pending] }),
      state({}),
    ]).toEqual([
      'disputed',
      'refund_requires_action',
      'refund_failed',
      'refund_pending',
      'partially_refunded',
    ]);
  });
});
