import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAX_STOCK, stockLimitOf } from './stock-limit';

describe("a product's metadata.stock", () => {
  it('that is missing says that the stock is not counted', () => {
    expect(stockLimitOf({})).toBeNull();
    expect(stockLimitOf({ position: '1' })).toBeNull();
  });

  it.each([
    ['0', 0],
    ['5', 5],
    ['007', 7],
    [' 5 ', 5],
    ['5\n', 5],
    ['999999999', MAX_STOCK],
  ])('%j is a limit', (stock, limit) => {
    expect(stockLimitOf({ stock })).toBe(limit);
  });

  it.each([
    '',
    ' ',
    '1,000',
    '1.000',
    '1 000',
    '-1',
    '+1',
    '1.5',
    'ten',
    '1e3',
    '0x10',
    '½',
    '٥',
    '1000000000',
    '9'.repeat(400),
    'Infinity',
    'null',
  ])('%j is none', (stock) => {
    expect(stockLimitOf({ stock })).toBeUndefined();
  });

  it('is never a limit that the database cannot count with', () => {
    fc.assert(
      fc.property(fc.string(), (stock) => {
        const limit = stockLimitOf({ stock }) ?? 0;
        expect(Number.isInteger(limit) && limit >= 0 && limit <= MAX_STOCK).toBe(true);
      }),
    );
  });
});
