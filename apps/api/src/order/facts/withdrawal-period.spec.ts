import { describe, expect, it } from '@jest/globals';
import type { OrderRow } from '../../database/schema/tables';
import { isWithdrawable, withdrawalEnd } from './withdrawal-period';
import type { WithdrawalFacts } from './withdrawal-period';

const all = { offer: 'all', days: 14 } as const;
const eu = { offer: 'eu', days: 14 } as const;
const mug = { withdrawalExempt: false };
const voucher = { withdrawalExempt: true };
const address = (country: string | null) => ({ country }) as OrderRow['shippingAddress'];
const paid = (change: Partial<WithdrawalFacts['order']> = {}) => ({
  // A Tuesday.
  order: {
    paidAt: new Date('2026-12-01T23:30:00Z'),
    shippingAddress: null,
    totalMinor: 2400,
    refundedMinor: 0,
    cancelledAt: null,
    ...change,
  },
  lines: [mug],
});
const endOf = (rules: Parameters<typeof withdrawalEnd>[0], facts: WithdrawalFacts) =>
  withdrawalEnd(rules, facts)?.toISOString();

describe('the period to withdraw', () => {
  it('ends with the fourteenth day after the payment, wherever the shopper is', () => {
    // The last day is the 15th; in UTC-12 it ends at noon of the 16th in UTC.
    expect(endOf(all, paid())).toBe('2026-12-16T12:00:00.000Z');
  });

  it('counts from the delivery once that is known', () => {
    const deliveredAt = new Date('2026-12-08T09:00:00Z');
    expect(endOf(all, { ...paid(), deliveredAt })).toBe('2026-12-23T12:00:00.000Z');
  });

  it.each([
    ['Saturday', '2026-12-05T10:00:00Z'],
    ['Sunday', '2026-12-06T10:00:00Z'],
    ['Monday', '2026-12-07T10:00:00Z'],
  ])('that would end on a %s ends on the Monday', (_day, at) => {
    expect(endOf(all, paid({ paidAt: new Date(at) }))).toBe('2026-12-22T12:00:00.000Z');
  });

  it('is as long as the shop says', () => {
    expect(endOf({ ...all, days: 30 }, paid())).toBe('2027-01-01T12:00:00.000Z');
  });

  it.each([
    ['no withdrawal is offered', { offer: 'off', days: 14 } as const, paid()],
    ['nothing was paid', all, paid({ paidAt: null })],
    ['all was refunded', all, paid({ refundedMinor: 2400 })],
    ['it went outside of the EEA', eu, paid({ shippingAddress: address('US') })],
    ['all of it is exempt', all, { ...paid(), lines: [voucher, voucher] }],
  ])('does not exist where %s', (_why, rules, facts) => {
    expect(withdrawalEnd(rules, facts)).toBeUndefined();
  });

  it.each([
    ['to the EU', address('de')],
    ['to the rest of the EEA', address('NO')],
    ['to nobody knows where', address(null)],
    ['to no address', null],
  ])('exists for what went %s', (_where, shippingAddress) => {
    expect(withdrawalEnd(eu, paid({ shippingAddress }))).toBeDefined();
  });

  it('exists for what is free, and for what was refunded in part', () => {
    expect(withdrawalEnd(all, paid({ totalMinor: 0 }))).toBeDefined();
    expect(withdrawalEnd(all, paid({ refundedMinor: 2399 }))).toBeDefined();
  });

  it('exists where a part is not exempt', () => {
    expect(withdrawalEnd(all, { ...paid(), lines: [voucher, mug] })).toBeDefined();
  });

  it('runs until its end', () => {
    const end = new Date('2026-12-16T12:00:00Z');
    expect(isWithdrawable(all, paid(), new Date(end.getTime() - 1))).toBe(true);
    expect(isWithdrawable(all, paid(), end)).toBe(false);
  });
});
