import { createHash } from 'node:crypto';

/** What the document tells the SPA about the place where it runs. */
export type ShopConfig = {
  /** Where the API is; empty: on the shop's own origin. */
  apiOrigin: string;
  /** Where a shopper may be sent to pay. */
  checkoutOrigins: readonly string[];
};

const CONFIG_ELEMENT = /(<script type="application\/json" id="shop-config">)([\s\S]*?)(<\/script>)/;

/**
 * Writes the configuration into the document's JSON element.
 * @throws when the document has no such element
 */
export function fillShopConfig(html: string, config: ShopConfig): string {
  if (!CONFIG_ELEMENT.test(html)) {
    throw new Error('index.html has no <script type="application/json" id="shop-config">.');
  }
  // A "<" in the JSON could end the element early.
  const json = JSON.stringify(config).replaceAll('<', '\\u003c');
  return html.replace(CONFIG_ELEMENT, (_all, open: string, _old, close: string) => {
    return open + json + close;
  });
}

/** CSP sources for the document's inline scripts: 'sha256-…' of exactly the bytes between the tags. */
export function inlineScriptHashes(html: string): string[] {
  return [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  );
}
