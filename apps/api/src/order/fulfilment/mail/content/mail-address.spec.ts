import { describe, expect, it } from '@jest/globals';
import type { ShippingAddress } from '../../../../database/schema/tables';
import { mailAddress } from './mail-address';

const none: ShippingAddress = {
  name: null,
  line1: null,
  line2: null,
  postalCode: null,
  city: null,
  state: null,
  country: null,
};

describe('an address in an e-mail', () => {
  it.each<[string, Partial<ShippingAddress>, string[]]>([
    [
      'the United States',
      {
        line1: '510 Townsend St',
        postalCode: '94103',
        city: 'San Francisco',
        state: 'CA',
        country: 'US',
      },
      ['Jenny Rosen', '510 Townsend St', 'San Francisco, CA 94103', 'United States'],
    ],
    [
      'Germany',
      { line1: 'Lindenstr. 5', line2: '2. OG', postalCode: '10969', city: 'Berlin', country: 'DE' },
      ['Jenny Rosen', 'Lindenstr. 5', '2. OG', '10969 Berlin', 'Germany'],
    ],
    [
      'Japan',
      {
        line1: '丸の内1-9-1',
        postalCode: '100-0005',
        city: '千代田区',
        state: '東京都',
        country: 'JP',
      },
      ['Japan', '〒100-0005', '東京都', '千代田区丸の内1-9-1', 'Jenny Rosen 様'],
    ],
    [
      'the United Kingdom',
      { line1: '27 Old Gloucester St', postalCode: 'WC1N 3AX', city: 'London', country: 'GB' },
      ['Jenny Rosen', '27 Old Gloucester St', 'London', 'WC1N 3AX', 'United Kingdom'],
    ],
    [
      'nowhere that is known',
      { city: 'Atlantis', country: '??' },
      ['Jenny Rosen', 'Atlantis', '??'],
    ],
  ])('is in the order of %s', (_country, address, lines) => {
    expect(mailAddress({ ...none, name: 'Jenny Rosen', ...address }, 'en')).toEqual(lines);
  });

  it('is polite in Japanese', () => {
    const address = { ...none, name: '山田 太郎', city: '渋谷区', country: 'JP' };
    expect(mailAddress(address, 'ja')).toEqual(['日本', '渋谷区', '山田 太郎 様']);
  });

  it('has no line with a link in it', () => {
    const address = {
      ...none,
      name: 'Win at https://evil.example',
      line1: 'www.evil.example',
      city: 'Berlin',
      country: 'DE',
    };
    expect(mailAddress(address, 'en')).toEqual(['Berlin', 'Germany']);
  });
});
