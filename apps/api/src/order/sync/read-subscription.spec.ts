import { describe, expect, it } from '@jest/globals';
import type { SessionSnapshot } from './session-snapshot';
import { subscriptionValues } from './read-subscription';

const item = (price: object = {}, more: object = { quantity: 2 }) => ({
  current_period_end: 1_800_000_000,
  price: {
    currency: 'usd',
    unit_amount: 900,
    transform_quantity: null,
    recurring: { interval: 'month', interval_count: 1, usage_type: 'licensed' },
    ...price,
  },
  ...more,
});

/** What is charged again of a subscription with these items, whose order is in dollars. */
function renewalsOf(...data: object[]) {
  const subscription = {
    id: 'sub_1',
    status: 'active',
    customer: 'cus_1',
    cancel_at: null,
    cancel_at_period_end: false,
    ended_at: null,
    items: { data, has_more: false },
  };
  const session = { currency: 'usd', subscription: 'sub_1' };
  const snapshot = { session, subscription } as unknown as SessionSnapshot;
  return subscriptionValues({ subscription: null }, snapshot).subscription?.renewals;
}

describe('what a subscription charges again', () => {
  it('is what its items come to, a sum for each interval', () => {
    const yearly = { interval: 'year', interval_count: 1, usage_type: 'licensed' };
    expect(
      renewalsOf(item(), item({ unit_amount: 100 }, { quantity: 1 }), item({ recurring: yearly })),
    ).toEqual([
      { amountMinor: 1900, recurring: { interval: 'month', intervalCount: 1 } },
      { amountMinor: 1800, recurring: { interval: 'year', intervalCount: 1 } },
    ]);
  });

  it.each([
    ['tiers', item({ unit_amount: null })],
    ['what is used', item({}, {})],
    ['packages', item({ transform_quantity: { divide_by: 6, round: 'up' } })],
    ['another currency', item({ currency: 'eur' })],
  ])('is not known of a price by %s', (_by, one) => {
    expect(renewalsOf(item(), one)).toBeUndefined();
  });
});
