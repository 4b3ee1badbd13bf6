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
  lines: ['Jenny Rosen', '354 Oyster Point Blvd', 'South San Francisco, CA 94080'],
  countryFirst: false,
};

describe('an address', () => {
  it('ends with its country, in the language of the page', () => {
    expect(formatAddress(address, 'de')).toEqual([...address.lines, 'Vereinigte Staaten']);
  });

  it('begins with its country where the largest part does', () => {
    const tokyo = {
      ...address,
      country: 'JP',
      lines: ['〒150-0001', '東京都'],
      countryFirst: true,
    };
    expect(formatAddress(tokyo, 'ja')).toEqual(['日本', '〒150-0001', '東京都']);
  });

  it('is one harmless line each', () => {
    const lines = ['Jenny\u202e\nRosen', 'a\u0000b'];
    expect(formatAddress({ ...address, lines }, 'en')).toEqual([
      'Jenny Rosen',
      'ab',
      'United States',
    ]);
  });

  it('shows a country that nobody knows as it came', () => {
    expect(formatAddress({ ...address, country: '??' }, 'en').at(-1)).toBe('??');
    expect(formatAddress({ ...address, country: null }, 'en')).toEqual(address.lines);
  });
});
