import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readProducts } from './products-file';
import { publicShop } from './public-shop';
import { readShopFile } from './read-shop-file';
import { parseShopFile, ShopFileError } from './shop-file';

const demo = readFileSync(new URL('../../../shop.json', import.meta.url), 'utf8');
const lindner = readFileSync(
  new URL('../../../examples/lindner/shop.json', import.meta.url),
  'utf8',
);
const changed = (changes: object) =>
  JSON.stringify({ ...(JSON.parse(demo) as object), ...changes });

const faultsOf = (text: string) => {
  try {
    parseShopFile(text);
  } catch (error) {
    if (error instanceof ShopFileError) return error.faults;
    throw error;
  }
  return [];
};

describe('a shop file', () => {
  it('is the demo shop', () => {
    expect(parseShopFile(demo)).toMatchObject({ demo: true, checkout: { tax: 'off' } });
  });

  it('names every fault with its path, all at once', () => {
    const faults = faultsOf(
      changed({
        currency: 'dollars',
        support: { hours: { en: '9 to 5' } },
        colour: 'green',
        legal: { terms: 'here' },
      }),
    );
    expect(faults).toEqual([
      'support: must have an email, a phone or a url: shoppers need somebody to write to',
      'legal.terms: must be an address such as https://shop.example/terms',
      'currency: must be a currency such as usd',
      'the file: Unrecognized key: "colour"',
    ]);
  });

  it('is named where it is not usable, and so are the products beside it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'shop-file-'));
    try {
      const [file, products] = [join(folder, 'shop.json'), join(folder, 'products.json')];
      expect(() => readShopFile(file)).toThrow(`${file} is not usable:\n  - there is no such file`);
      await writeFile(file, '{');
      expect(() => readShopFile(file)).toThrow(`${file} is not usable:\n  - is not JSON`);
      await writeFile(products, '[{}]');
      expect(() => readProducts(file)).toThrow(`${products} is not usable:\n  - 0.slug: `);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('says that a text in the default language is missing', () => {
    expect(faultsOf(changed({ tagline: { fr: 'Des choses' } }))).toEqual([
      'tagline: must have a text in the default language, en',
    ]);
  });

  it('asks for the terms that the shopper has to agree to', () => {
    expect(faultsOf(changed({ checkout: { terms: true } }))).toEqual([
      'legal.terms: is required with checkout.terms',
    ]);
  });

  it('offers prices on the payment page by their id, which may be that of a plan', () => {
    const optionalItems = ['price_1', 'gold-plan.2019', 'a/b'];
    expect(faultsOf(changed({ checkout: { optionalItems } }))).toEqual([
      'checkout.optionalItems.2: must be a Stripe price id',
    ]);
  });

  it('wants the days of delivery in their order, each at least one', () => {
    const within = (deliveryDays: object) => {
      const rates = [{ name: 'Parcel', amountMinor: 500, deliveryDays }];
      return faultsOf(changed({ checkout: { shipping: { countries: ['DE'], rates } } }));
    };
    const at = 'checkout.shipping.rates.0.deliveryDays';
    expect(within({ minimum: 5, maximum: 2 })).toEqual([
      `${at}.maximum: must not be less than the minimum`,
    ]);
    expect(within({ minimum: 0, maximum: 0 })).toEqual([
      `${at}.minimum: must be 1 or more`,
      `${at}.maximum: must be 1 or more`,
    ]);
    for (const days of [{ minimum: 2, maximum: 2 }, { minimum: 5 }, { maximum: 1 }])
      expect(within(days)).toEqual([]);
  });

  it('wants questions that Stripe can ask', () => {
    const label = { en: 'Gift wrap' };
    const red = { value: 'red', label: { en: 'Red paper' } };
    const asking = (...customFields: object[]) => faultsOf(changed({ checkout: { customFields } }));
    const dropdown = { key: 'wrap', label, type: 'dropdown' };
    expect(
      asking(
        dropdown,
        { ...dropdown, options: [red, red] },
        { key: 'po', label: { en: 'x'.repeat(51) }, type: 'text' },
      ),
    ).toEqual([
      'checkout.customFields.0.options: is required for a dropdown',
      'checkout.customFields.1.options.1.value: must not be that of an option before it',
      'checkout.customFields.2.label.en: Too big: expected string to have <=50 characters',
      'checkout.customFields.1.key: must not be that of a field before it',
    ]);
    expect(asking({ ...dropdown, options: [] })).toHaveLength(1);
    expect(asking({ ...dropdown, options: [red] }, { key: 'po', label, type: 'text' })).toEqual([]);
  });

  it('wants amounts that Stripe can charge in a currency of three decimals', () => {
    const costing = (currency: string, amountMinor: number, freeFromMinor: number) => {
      const rates = [{ name: 'Parcel', amountMinor, freeFromMinor }];
      return faultsOf(changed({ currency, checkout: { shipping: { countries: ['KW'], rates } } }));
    };
    expect(costing('kwd', 1501, 20_005)).toEqual([
      'checkout.shipping.rates.0.amountMinor: must end with 0: Stripe takes no other amount in kwd',
      'checkout.shipping.rates.0.freeFromMinor: must end with 0: Stripe takes no other amount in kwd',
    ]);
    expect(costing('kwd', 1500, 20_000)).toEqual([]);
    expect(costing('usd', 1501, 20_005)).toEqual([]);
  });

  it('wants text that can be read on its ground, beside the built-in colours too', () => {
    expect(faultsOf(changed({ appearance: { light: { paper: '#000000' } } }))).toEqual([
      'appearance.light.ink: #1f2124 on #000000, which is paper, has a contrast of 1.3; text needs 4.5',
      'appearance.light.muted: #5c6066 on #000000, which is paper, has a contrast of 3.3; text needs 4.5',
    ]);
    expect(faultsOf(changed({ appearance: { dark: { muted: '#333333' } } }))).toHaveLength(3);
    expect(faultsOf(changed({ appearance: { light: { accent: '#ff6600' } } }))).toEqual([]);
    expect(faultsOf(changed({ appearance: {} }))).toEqual([]);
    expect(faultsOf(lindner)).toEqual([]);
  });

  it('tells pages from which sum on one of the ways to ship is free', () => {
    expect(publicShop(parseShopFile(lindner)).checkout).toMatchObject({
      shipping: 'charged',
      shippingFreeFromMinor: 8000,
    });
    const parcel = { name: 'Parcel', amountMinor: 500 };
    const pickup = { name: 'Pickup', amountMinor: 0 };
    const saidWith = (...rates: object[]) => {
      const shop = changed({ checkout: { shipping: { countries: ['US'], rates } } });
      const { checkout } = publicShop(parseShopFile(shop));
      return [checkout.shipping, checkout.shippingFreeFromMinor];
    };
    expect(saidWith(parcel)).toEqual(['charged', undefined]);
    expect(saidWith(parcel, pickup)).toEqual(['charged', 0]);
    expect(saidWith(pickup)).toEqual(['free', undefined]);
  });

  it('says that a file is no JSON', () => {
    expect(faultsOf('{"name": ')[0]).toMatch(/^is not JSON: /);
  });
});

describe('what pages may know of it', () => {
  const addressOf = (address: object) =>
    publicShop(parseShopFile(changed({ seller: { legalName: 'Any Ltd.', address } }))).seller
      .addressLines;

  it.each([
    ['US', ['1 Main Street', 'Springfield, IL 62701']],
    ['DE', ['1 Main Street', '62701 Springfield']],
    ['GB', ['1 Main Street', 'Springfield', '62701']],
    ['JP', ['1 Main Street', 'Springfield', 'IL', '62701']],
  ])('is the address of the seller in the order of %s', (country, lines) => {
    const address = { line1: '1 Main Street', city: 'Springfield', state: 'IL' };
    expect(addressOf({ ...address, postalCode: '62701', country })).toEqual(lines);
  });

  it('names the city once where the country writes it in capitals', () => {
    const address = { line1: '1 Raffles Place', city: 'Singapore', postalCode: '048616' };
    expect(addressOf({ ...address, country: 'SG' })).toEqual([
      '1 Raffles Place',
      'SINGAPORE 048616',
    ]);
  });

  it('begins with what is largest in the letters of Japan', () => {
    const address = { line1: '神宮前1-5-8', city: '渋谷区', state: '東京都', country: 'JP' };
    expect(addressOf({ ...address, postalCode: '150-0001' })).toEqual([
      '〒150-0001',
      '東京都',
      '渋谷区',
      '神宮前1-5-8',
    ]);
  });

  it('needs neither state nor postal code', () => {
    const address = { line1: '1 Main Street', line2: 'Floor 2', city: 'Dublin', country: 'IE' };
    expect(addressOf(address)).toEqual(['1 Main Street', 'Floor 2', 'Dublin']);
  });
});
