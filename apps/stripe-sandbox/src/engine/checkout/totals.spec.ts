import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { computeTotals, type TotalsInput } from './totals';

const taxes = fc.array(
  fc.record({ percentage: fc.integer({ min: 0, max: 30 }), inclusive: fc.boolean() }),
  { maxLength: 2 },
);
const amount = fc.integer({ min: 0, max: 9_999_999 });
const input: fc.Arbitrary<TotalsInput> = fc.record({
  lines: fc.array(
    fc.record({ subtotalMinor: amount, productId: fc.constantFrom('tea', 'pot'), taxes }),
    { minLength: 1, maxLength: 6 },
  ),
  discount: fc.option(
    fc.oneof(
      fc.record({
        percentOff: fc.double({ min: 0.01, max: 100, noNaN: true }),
        amountOffMinor: fc.constant(null),
        productIds: fc.constantFrom(null, ['tea']),
      }),
      fc.record({
        percentOff: fc.constant(null),
        amountOffMinor: amount,
        productIds: fc.constantFrom(null, ['pot']),
      }),
    ),
  ),
  shipping: fc.option(fc.record({ amountMinor: amount, taxes })),
});

describe('totals', () => {
  it('add up, never go below zero, and take an amount off to the last minor unit', () => {
    fc.assert(
      fc.property(input, (given) => {
        const totals = computeTotals(given);
        const parts = [...totals.lines, ...(totals.shipping ? [totals.shipping] : [])];
        expect(totals.totalMinor).toBe(parts.reduce((sum, part) => sum + part.totalMinor, 0));
        expect(totals.discountMinor).toBe(
          totals.lines.reduce((sum, line) => sum + line.discountMinor, 0),
        );
        for (const part of parts) {
          expect(Number.isInteger(part.totalMinor)).toBe(true);
          expect(part.totalMinor).toBeGreaterThanOrEqual(0);
          // The price without its tax, and all taxes, are what is paid: included or not.
          expect(part.taxesMinor.reduce((sum, tax) => sum + tax, part.taxableMinor)).toBe(
            part.totalMinor,
          );
        }
        if (given.discount?.amountOffMinor != null) {
          const eligible = given.lines
            .filter(({ productId }) => given.discount?.productIds?.includes(productId) ?? true)
            .reduce((sum, line) => sum + line.subtotalMinor, 0);
          expect(totals.discountMinor).toBe(Math.min(given.discount.amountOffMinor, eligible));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('find an included tax inside the price, and put another on top', () => {
    const line = (inclusive: boolean) => ({
      subtotalMinor: 1200,
      productId: 'tea',
      taxes: [{ percentage: 20, inclusive }],
    });
    const { lines, totalMinor, taxMinor } = computeTotals({
      lines: [line(true), line(false)],
      discount: null,
      shipping: null,
    });
    expect(lines[0]).toMatchObject({ taxableMinor: 1000, taxesMinor: [200], totalMinor: 1200 });
    expect(lines[1]).toMatchObject({ taxableMinor: 1200, taxesMinor: [240], totalMinor: 1440 });
    expect({ totalMinor, taxMinor }).toEqual({ totalMinor: 2640, taxMinor: 440 });
  });
});
