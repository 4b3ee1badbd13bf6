import { describe, expect, it } from '@jest/globals';
import type { ShipmentStatus, ShippedStatus } from '../../database/schema/order-values';
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
    shippedStatus: null,
    ...change,
  },
  lines: [mug],
  parcels: [],
});
/** An order with these parcels. */
const sent = (
  shippedStatus: ShippedStatus,
  ...parcels: [shipped: string, status: ShipmentStatus, delivered?: string][]
): WithdrawalFacts => ({
  ...paid({ shippedStatus }),
  parcels: parcels.map(([shipped, status, delivered]) => ({
    status,
    shippedAt: `${shipped}T08:00:00Z`,
    deliveredAt: delivered ? new Date(`${delivered}T09:00:00Z`) : null,
  })),
});
const NOW = '2026-12-02';
const endOf = (rules: Parameters<typeof withdrawalEnd>[0], facts: WithdrawalFacts, now = NOW) =>
  withdrawalEnd(rules, facts, new Date(`${now}T12:00:00Z`))?.toISOString();

describe('the period to withdraw', () => {
  it('ends with the fourteenth day after the payment, wherever the shopper is', () => {
    // The last day is the 15th; in UTC-12 it ends at noon of the 16th in UTC.
    expect(endOf(all, paid())).toBe('2026-12-16T12:00:00.000Z');
  });

  it('counts from the delivery once that is known', () => {
    const facts = sent('delivered', ['2026-12-02', 'delivered', '2026-12-08']);
    expect(endOf(all, facts)).toBe('2026-12-23T12:00:00.000Z');
  });

  it('does not end while a parcel is on its way, and counts from the last one that came', () => {
    const first = ['2026-12-02', 'delivered', '2026-12-03'] as const;
    const onItsWay = sent('shipped', [...first], ['2026-12-02', 'shipped']);
    for (const now of ['2026-12-03', '2026-12-17', '2026-12-18', '2026-12-19'])
      expect(isWithdrawable(all, onItsWay, new Date(`${now}T23:00:00Z`))).toBe(true);
    expect(endOf(all, onItsWay, '2026-12-18')).toBe('2027-01-02T12:00:00.000Z');
    const both = sent('delivered', [...first], ['2026-12-02', 'delivered', '2026-12-18']);
    expect(endOf(all, both, '2026-12-19')).toBe('2027-01-02T12:00:00.000Z');
  });

  it.each<[string, WithdrawalFacts]>([
    ['a part is not sent yet', sent('partly_shipped', ['2026-12-02', 'delivered', '2026-12-03'])],
    ['a parcel is late', sent('shipped', ['2026-12-02', 'delayed'])],
    ['a parcel is lost', sent('shipped', ['2026-12-02', 'lost'])],
    [
      'a replacement is on its way',
      sent('delivered', ['2026-12-02', 'returned', '2026-12-03'], ['2026-12-02', 'shipped']),
    ],
  ])('counts from today while %s, for thirty days after the last was sent', (_what, facts) => {
    expect(endOf(all, facts, '2026-12-29')).toBe('2027-01-13T12:00:00.000Z');
    expect(endOf(all, facts, '2027-02-01')).toBe('2027-01-16T12:00:00.000Z');
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
    expect(endOf(rules, facts)).toBeUndefined();
  });

  it.each([
    ['to the EU', address('de')],
    ['to the rest of the EEA', address('NO')],
    ['to nobody knows where', address(null)],
    ['to no address', null],
  ])('exists for what went %s', (_where, shippingAddress) => {
    expect(endOf(eu, paid({ shippingAddress }))).toBeDefined();
  });

  it('exists for what is free, and for what was refunded in part', () => {
    expect(endOf(all, paid({ totalMinor: 0 }))).toBeDefined();
    expect(endOf(all, paid({ refundedMinor: 2399 }))).toBeDefined();
  });

  it('exists where a part is not exempt', () => {
    expect(endOf(all, { ...paid(), lines: [voucher, mug] })).toBeDefined();
  });

  it('runs until its end', () => {
    const end = new Date('2026-12-16T12:00:00Z');
    expect(isWithdrawable(all, paid(), new Date(end.getTime() - 1))).toBe(true);
    expect(isWithdrawable(all, paid(), end)).toBe(false);
  });
});
