import type { PublicShop } from '@shop/shop-file';

/** The shop, and where it runs. The server that serves index.html writes it there. */
export type ShopConfig = {
  /** Where the API is; empty: on the shop's own origin. */
  apiOrigin: string;
  /** Where a shopper may be sent to pay, e.g. https://checkout.stripe.com. */
  checkoutOrigins: readonly string[];
  shop: PublicShop;
};

const FALLBACK: ShopConfig = {
  apiOrigin: '',
  checkoutOrigins: ['https://checkout.stripe.com'],
  shop: {
    name: 'Shop',
    demo: false,
    tagline: {},
    seller: { legalName: '', addressLines: [], country: '' },
    support: {},
    legal: {},
    logoUrl: null,
    languages: { default: 'en', offered: ['en'] },
    checkout: { shipping: 'none', tax: 'off', promotionCodes: false },
    withdrawal: { offer: 'off', days: 14 },
  },
};

/** Reads the document's configuration. A missing or malformed value gets its default. */
export function readShopConfig(document: Document): ShopConfig {
  const text = document.getElementById('shop-config')?.textContent ?? '{}';
  try {
    const { apiOrigin, checkoutOrigins, shop } = JSON.parse(text) as Partial<
      Record<string, unknown>
    >;
    return {
      apiOrigin: typeof apiOrigin === 'string' ? apiOrigin : FALLBACK.apiOrigin,
      checkoutOrigins: Array.isArray(checkoutOrigins)
        ? checkoutOrigins.filter((origin) => typeof origin === 'string')
        : FALLBACK.checkoutOrigins,
      // The server has it from a file whose every field it has checked.
      shop: { ...FALLBACK.shop, ...(shop as Partial<PublicShop> | undefined) },
    };
  } catch {
    return FALLBACK;
  }
}

export const shopConfig = readShopConfig(document);
