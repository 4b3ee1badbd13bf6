import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { limits, sizesOf } from './sizes/source-sizes.ts';
import type { Sizes } from './sizes/source-sizes.ts';

/** `npm run sizes` prints the figures. */
describe('the hand-written source files', () => {
  let sizes: Sizes;
  beforeAll(async () => {
    sizes = await sizesOf(join(import.meta.dirname, '..'));
  });

  it('are found', () => {
    expect(sizes.count).toBeGreaterThan(300);
  });

  it('are short: half of them within 50 lines, 90 % within 130', () => {
    expect(sizes.median).toBeLessThanOrEqual(limits.median);
    expect(sizes.ninetyPercent).toBeLessThanOrEqual(limits.ninetyPercent);
  });

  it('have none above 250 lines', () => {
    expect(sizes.tooLarge).toEqual([]);
  });
});
