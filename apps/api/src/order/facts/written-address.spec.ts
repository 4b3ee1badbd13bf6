import { describe, expect, it } from '@jest/globals';
import { writtenAddress } from './written-address';

const formatAddress = (address: Parameters<typeof writtenAddress>[0]) =>
  writtenAddress(address).lines;

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
    expect(formatAddress(address)).toEqual([
      'Jenny Rosen',
      '354 Oyster Point Blvd',
      'South San Francisco, CA 94080',
    ]);
    const berlin = { ...address, postalCode: '10115', city: 'Berlin', state: null, country: 'DE' };
    expect(formatAddress(berlin).slice(2)).toEqual(['10115 Berlin']);
  });

  it.each([
    ['GB', { postalCode: 'SW1A 2AA', city: 'London', state: null }, ['London', 'SW1A 2AA']],
    ['FR', { postalCode: '75001', city: 'Paris', state: null }, ['75001 Paris']],
    ['ES', { postalCode: '28013', city: 'Madrid', state: 'Madrid' }, ['28013 Madrid Madrid']],
    ['IT', { postalCode: '00184', city: 'Roma', state: 'RM' }, ['00184 Roma RM']],
    [
      'BR',
      { postalCode: '01310-100', city: 'São Paulo', state: 'SP' },
      ['São Paulo-SP', '01310-100'],
    ],
    ['SG', { postalCode: '018956', city: 'Singapore', state: null }, ['SINGAPORE 018956']],
  ])('has the town as in %s', (country, town, lines) => {
    expect(formatAddress({ ...address, ...town, country }).slice(2)).toEqual(lines);
  });

  const tokyo = {
    name: '佐藤 花子',
    line1: '神宮前1-5-8',
    line2: '神宮前タワー 12階',
    postalCode: '150-0001',
    city: '渋谷区',
    state: '東京都',
    country: 'JP',
  };

  it('begins with what is largest in Japan, and ends with the name', () => {
    expect(writtenAddress(tokyo).countryFirst).toBe(true);
    expect(writtenAddress(address).countryFirst).toBe(false);
    expect(formatAddress(tokyo)).toEqual([
      '〒150-0001',
      '東京都',
      '渋谷区神宮前1-5-8',
      '神宮前タワー 12階',
      '佐藤 花子 様',
    ]);
  });

  it('of Japan in Latin letters has the order of those, and keeps its city', () => {
    const latin = {
      name: 'Jenny Rosen',
      line1: '1-5-8 Jingumae',
      line2: null,
      postalCode: '150-0001',
      city: 'Shibuya-ku',
      state: 'Tokyo',
      country: 'JP',
    };
    expect(formatAddress(latin)).toEqual([
      'Jenny Rosen',
      '1-5-8 Jingumae',
      'Shibuya-ku',
      'Tokyo',
      '150-0001',
    ]);
  });

  it('is one harmless line a part', () => {
    const hostile = { ...address, name: 'Jenny\u202e\nRosen', line1: 'a\u0000b', city: '' };
    expect(formatAddress(hostile).slice(0, 2)).toEqual(['Jenny Rosen', 'ab']);
  });

  it('has no gap where nothing is known', () => {
    const bare = { ...address, line1: null, city: null, state: null, postalCode: null };
    expect(formatAddress(bare)).toEqual(['Jenny Rosen']);
  });
});
