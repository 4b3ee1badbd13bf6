/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import { formatAddress } from './format-address';

const address = {
  name: 'Jenny Rosen',
  line1: '354 Oyster Point Blvd',
  line2: null,
  postalCode: '94080',
  city: 'South San Francisco',
  state: 'CA',
  country: 'US',
};

describe('an address', () => {
  it('has the lines of its country', () => {
    expect(formatAddress(address, 'en')).toEqual([
      'Jenny Rosen',
      '354 Oyster Point Blvd',
      'South San Francisco, CA 94080',
      'United States',
    ]);
    const berlin = { ...address, postalCode: '10115', city: 'Berlin', state: null, country: 'DE' };
    expect(formatAddress(berlin, 'de').slice(2)).toEqual(['10115 Berlin', 'Deutschland']);
  });

  it('has no gap where nothing is known', () => {
    const bare = { ...address, line1: null, city: null, state: null, postalCode: null };
    expect(formatAddress(bare, 'en')).toEqual(['Jenny Rosen', 'United States']);
  });

  it('shows a country that nobody knows as it came', () => {
    expect(formatAddress({ ...address, country: '??' }, 'en').at(-1)).toBe('??');
  });
});
