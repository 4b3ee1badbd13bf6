import { linesInOrder, scriptOf } from './address-in-order.ts';
import type { LocalizedText, ShopLanguage } from './languages.ts';
import type { ShopFile } from './shop-file.ts';

/** What pages may know of the shop file. */
export interface PublicShop {
  name: string;
  /** Whether pages say that nothing is for sale. */
  demo: boolean;
  tagline: LocalizedText;
  seller: {
    legalName: string;
    /** In the order of the country, without its name, which depends on the language. */
    addressLines: readonly string[];
    /** Two letters. */
    country: string;
    taxId?: string | undefined;
  };
  support: ShopFile['support'];
  legal: ShopFile['legal'];
  /** Address of the logo, on the shop's own origin. */
  logoUrl: string | null;
  languages: { default: ShopLanguage; offered: readonly ShopLanguage[] };
  /** What is added to the prices on the payment page. */
  checkout: {
    /** `none`: no address is asked for. */
    shipping: 'none' | 'free' | 'charged';
    /** From what goods on one of the ways to ship is free, in minor units; absent where none ever is. */
    shippingFreeFromMinor?: number;
    tax: ShopFile['checkout']['tax'];
    promotionCodes: boolean;
  };
  /** Who may withdraw from a purchase, and for how many days. */
  withdrawal: ShopFile['withdrawal'];
}

/** The public part of a shop file. Staff addresses, Stripe ids and the rules of the checkout stay on the server. */
export function publicShop(shop: ShopFile): PublicShop {
  const { name, demo, tagline = {}, seller, support, legal, logo, languages } = shop;
  const { withdrawal } = shop;
  const { shipping, tax, promotionCodes } = shop.checkout;
  return {
    name,
    demo,
    tagline,
    seller: publicSeller(seller),
    support,
    legal,
    logoUrl: logo === undefined ? null : `/${logo}`,
    languages,
    checkout: { ...costOf(shipping), tax, promotionCodes },
    withdrawal,
  };
}

function publicSeller({ legalName, address, taxId }: ShopFile['seller']): PublicShop['seller'] {
  const { line1, line2, postalCode = '', city, state = '', country } = address;
  const street = line2 === undefined ? [line1] : [line1, line2];
  const parts = { name: '', street, postalCode, city, state, country };
  const usual = linesInOrder(parts);
  if (usual.some((line) => holds(line, city)))
    return { legalName, addressLines: usual, country, taxId };
  // Some countries, such as Japan, have no place of its own for the city.
  const withCity = scriptOf(parts) === 'local' ? [city, ...street] : [...street, city];
  return { legalName, addressLines: linesInOrder({ ...parts, street: withCity }), country, taxId };
}

/** Some countries write the city in capitals. */
const holds = (line: string, city: string) => line.toLowerCase().includes(city.toLowerCase());

function costOf(
  shipping: ShopFile['checkout']['shipping'],
): Pick<PublicShop['checkout'], 'shipping' | 'shippingFreeFromMinor'> {
  if (!shipping) return { shipping: 'none' };
  const fromMinors = shipping.rates.map(({ amountMinor, freeFromMinor = Infinity }) =>
    amountMinor === 0 ? 0 : freeFromMinor,
  );
  if (fromMinors.every((fromMinor) => fromMinor === 0)) return { shipping: 'free' };
  const fromMinor = Math.min(...fromMinors);
  return {
    shipping: 'charged',
    ...(fromMinor < Infinity && { shippingFreeFromMinor: fromMinor }),
  };
}
