import { describe, expect, it } from '@jest/globals';
import { chargeLimits } from './charge-limits';
import { currencies } from './currency';

describe('what Stripe charges', () => {
  it.each([
    ['usd', 50, 99_999_999],
    ['GBP', 30, 99_999_999],
    ['jpy', 50, 99_999_999],
    ['huf', 17_500, 99_999_999],
    ['idr', undefined, 999_999_999_999],
  ])('in %s is at least %p and at most %d', (currency, minimumMinor, maximumMinor) => {
    expect(chargeLimits(currency)).toEqual({ minimumMinor, maximumMinor });
  });

  it('leaves room between its limits in every currency', () => {
    for (const currency of currencies()) {
      const { minimumMinor = 1, maximumMinor } = chargeLimits(currency);
      expect([currency, minimumMinor < maximumMinor]).toEqual([currency, true]);
    }
  });
});
