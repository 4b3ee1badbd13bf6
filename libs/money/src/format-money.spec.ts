import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { currencies, currencyExponent, isCurrency } from './currency';
import { formatMoney, toDecimal } from './format-money';

describe('money', () => {
  it.each([
    ['usd', 'en-US', 1099, '$10.99'],
    ['usd', 'en-US', 1000, '$10.00'],
    ['jpy', 'en-US', 1099, '¥1,099'],
    ['kwd', 'en-US', 1230, 'KWD 1.230'],
    ['eur', 'de-DE', 123456, '1.234,56 €'],
    ['isk', 'en-US', 50000, 'ISK 500'],
    ['huf', 'en-US', 50050, 'HUF 500.50'],
    ['ugx', 'en-US', 150000, 'UGX 1,500'],
    ['usd', 'en-US', -5, '−$0.05'],
  ])('shows %s in %s: %d as %s', (currency, locale, amountMinor, shown) => {
    expect(formatMoney(amountMinor, currency, locale).replace(/\u00a0/g, ' ')).toBe(shown);
  });

  it('loses no minor unit of any currency Stripe lists', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...currencies()),
        fc.integer({ min: -99_999_999, max: 99_999_999 }),
        (currency, amountMinor) => {
          const shown = formatMoney(amountMinor, currency, 'en-US');
          const [, whole = '', fraction = ''] = /(\d[\d,]*)(?:\.(\d+))?/.exec(shown) ?? [];
          const digits =
            whole.replaceAll(',', '') + fraction.padEnd(currencyExponent(currency), '0');
          expect(Number(digits)).toBe(Math.abs(amountMinor));
          expect(shown.includes('−')).toBe(amountMinor < 0);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('moves digits exactly up to the largest safe integer', () => {
    expect(toDecimal(Number.MAX_SAFE_INTEGER, 'usd')).toBe('90071992547409.91');
    expect(formatMoney(Number.MAX_SAFE_INTEGER, 'usd', 'en-US')).toBe('$90,071,992,547,409.91');
  });

  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    'refuses %p as an amount',
    (amount) => {
      expect(() => toDecimal(amount, 'usd')).toThrow(RangeError);
    },
  );

  it('knows codes in either case', () => {
    expect(isCurrency('JPY')).toBe(true);
    expect(isCurrency('zzz')).toBe(false);
    expect(currencyExponent('JPY')).toBe(0);
  });
});
