import { describe, expect, it } from '@jest/globals';
import { rankTest } from './rank-test';

const counted = Array.from({ length: 100 }, (_, n) => n);

describe('the rank test', () => {
  it('finds no distance between equal samples, and one between samples that are apart', () => {
    expect(rankTest(counted, counted)).toBeCloseTo(0);
    expect(rankTest(counted, [5, 5, 5])).toBeGreaterThan(2);
    expect(rankTest([5, 5, 5], counted)).toBeLessThan(-2);
  });

  it('is the published value of an example', () => {
    // 19 of 25 pairs are won by the first: (19 - 12.5) / sqrt(25 * 11 / 12).
    expect(rankTest([3, 5, 7, 9, 11], [2, 4, 6, 1, 8])).toBeCloseTo(
      (19 - 12.5) / Math.sqrt((25 * 11) / 12),
    );
  });
});
