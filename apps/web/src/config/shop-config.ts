/** Where the shop runs. The server that serves index.html writes it there. */
export type ShopConfig = {
  /** Where the API is; empty: on the shop's own origin. */
  apiOrigin: string;
  /** Where a shopper may be sent to pay, e.g. https://checkout.stripe.com. */
  checkoutOrigins: readonly string[];
};

const FALLBACK: ShopConfig = { apiOrigin: '', checkoutOrigins: ['https://checkout.stripe.com'] };

/** Reads the document's configuration. A missing or malformed value gets its default. */
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
