import { describe, expect, it } from '@jest/globals';
import type { OrderLineRow, OrderStatus, Subscription } from '../../database/schema/tables';
import { subscriptionView } from './subscription-view';

const NOW = new Date('2026-01-05T10:00:00Z');
const MONTHLY = { interval: 'month', intervalCount: 1 } as const;
const lines = [
  { quantity: 2, unitAmountMinor: 900, recurring: MONTHLY },
  { quantity: 1, unitAmountMinor: 500, recurring: null },
] as OrderLineRow[];
const RENEWALS = [{ amountMinor: 1800, recurring: MONTHLY }];

const active: Subscription = {
  status: 'active',
  stripeCustomerId: null,
  currentPeriodEnd: '2026-02-05T10:00:00.000Z',
  cancelAt: null,
  endedAt: null,
};
const viewOf = (status: OrderStatus, subscription: Subscription | null) =>
  subscriptionView({ status, subscription }, lines, NOW);

describe('what is still to be charged of a subscription', () => {
  it.each<[string, OrderStatus, Partial<Subscription> | null, typeof RENEWALS]>([
    ['not begun', 'pending', null, RENEWALS],
    ['running', 'paid', {}, RENEWALS],
    ['with a payment that failed', 'paid', { status: 'past_due' }, RENEWALS],
    ['that ends after the next charge', 'paid', { cancelAt: '2026-02-05T10:00:01.000Z' }, RENEWALS],
    ['that ends at the next charge', 'paid', { cancelAt: active.currentPeriodEnd }, []],
    ['that ends before the next charge', 'paid', { cancelAt: '2026-01-10T10:00:00.000Z' }, []],
    ['that has ended', 'paid', { status: 'canceled', endedAt: NOW.toISOString() }, []],
    ['that has never begun', 'paid', { status: 'incomplete_expired' }, []],
    ['of an expired order', 'expired', null, []],
    ['of a failed order', 'payment_failed', null, []],
    ['of a refused order', 'refused', null, []],
    ['of a failed order still charged', 'payment_failed', { status: 'past_due' }, RENEWALS],
    ['of a failed order that is over', 'payment_failed', { status: 'canceled' }, []],
  ])('%s', (_what, status, changes, left) => {
    const view = viewOf(status, changes && { ...active, ...changes });
    expect(view?.renewals).toEqual(left);
  });

  it.each<[string, Partial<Subscription>, typeof RENEWALS]>([
    ['as it is now', {}, [{ amountMinor: 6300, recurring: MONTHLY }]],
    ['nothing once it ends with the period', { cancelAt: active.currentPeriodEnd }, []],
  ])('of one that was changed at Stripe is %s', (_what, changes, left) => {
    const renewals = [{ amountMinor: 6300, recurring: MONTHLY }];
    expect(viewOf('paid', { ...active, renewals, ...changes })?.renewals).toEqual(left);
  });

  it('is nothing where nothing renews', () => {
    expect(
      subscriptionView({ status: 'paid', subscription: null }, lines.slice(1), NOW),
    ).toBeNull();
  });
});
