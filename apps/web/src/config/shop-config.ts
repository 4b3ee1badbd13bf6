/** Where the shop runs; written into index.html by whoever serves it. */
export type ShopConfig = {
  /** Where the API is; empty: on the shop's own origin. */
  apiOrigin: string;
  /** Where a shopper may be sent to pay, e.g. https://checkout.stripe.com. */
  checkoutOrigins: readonly string[];
};

const FALLBACK: ShopConfig = { apiOrigin: '', checkoutOrigins: ['https://checkout.stripe.com'] };

/** Reads the document's configuration; what is missing or malformed counts as not said. */
export function readShopConfig(document: Document): ShopConfig {
  const text = document.getElementById('shop-config')?.textContent ?? '{}';
  try {
    const { apiOrigin, checkoutOrigins } = JSON.parse(text) as Partial<Record<string, unknown>>;
    return {
      apiOrigin: typeof apiOrigin === 'string' ? apiOrigin : FALLBACK.apiOrigin,
      checkoutOrigins: Array.isArray(checkoutOrigins)
        ? checkoutOrigins.filter((origin) => typeof origin === 'string')
        : FALLBACK.checkoutOrigins,
    };
  } catch {
    return FALLBACK;
  }
}

export const shopConfig = readShopConfig(document);
