import { createHash } from 'node:crypto';
import type { PublicShop, ShopFile } from '@shop/shop-file';
import { paletteOf } from '../../../libs/shop-file/src/palette.ts';
import { publicShop } from '../../../libs/shop-file/src/public-shop.ts';
import type { ServerConfig } from './config.ts';
import { escapeHtml } from './escape-html.ts';
import { ICON, STYLESHEET } from './shop-files.ts';
import type { ShopFiles } from './shop-files.ts';

/** What the document tells the SPA about the shop and the place where it runs. */
export type ShopConfig = {
  /** Where the API is; empty: on the shop's own origin. */
  apiOrigin: string;
  /** Where a shopper may be sent to pay. */
  checkoutOrigins: readonly string[];
  shop: PublicShop;
};

const CONFIG_ELEMENT = /(<script type="application\/json" id="shop-config">)([\s\S]*?)(<\/script>)/;

/**
 * Makes the document of this shop: its configuration in the JSON element, its name, language, theme and files in the head.
 * @throws when the document has no such element
 */
export function fillDocument(
  html: string,
  config: Pick<ServerConfig, 'apiOrigin' | 'checkoutOrigins' | 'shopFile'>,
  urlOf: ShopFiles['urlOf'],
): string {
  if (!CONFIG_ELEMENT.test(html)) {
    throw new Error('index.html has no <script type="application/json" id="shop-config">.');
  }
  const { apiOrigin, checkoutOrigins, shopFile } = config;
  const said: ShopConfig = { apiOrigin, checkoutOrigins, shop: publicShop(shopFile) };
  // A "<" in the JSON could end the element early.
  const json = JSON.stringify(said).replaceAll('<', '\\u003c');
  return html
    .replace(CONFIG_ELEMENT, (_all, open: string, _old, close: string) => open + json + close)
    .replace(/<html lang="\w*">/, `<html lang="${shopFile.languages.default}">`)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(shopFile.name)}</title>`)
    .replace('<!--shop-->', () => headOf(shopFile, urlOf));
}

function headOf(shop: ShopFile, urlOf: ShopFiles['urlOf']): string {
  const { light, dark } = paletteOf(shop.appearance);
  const tagline = shop.tagline?.[shop.languages.default];
  return [
    ...(tagline ? [`<meta name="description" content="${escapeHtml(tagline)}" />`] : []),
    `<meta name="theme-color" content="${light.paper}" media="(prefers-color-scheme: light)" />`,
    `<meta name="theme-color" content="${dark.paper}" media="(prefers-color-scheme: dark)" />`,
    `<link rel="icon" href="${urlOf(ICON)}" type="image/svg+xml" />`,
    `<link rel="stylesheet" href="${urlOf(STYLESHEET)}" />`,
  ].join('\n    ');
}

/** CSP sources for the document's inline scripts: 'sha256-…' of exactly the bytes between the tags. */
export function inlineScriptHashes(html: string): string[] {
  return [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  );
}
