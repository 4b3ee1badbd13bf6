import type { ShopFile } from '@shop/shop-file';
import { paletteOf } from '../../../libs/shop-file/src/palette.ts';
import { escapeHtml } from './escape-html.ts';

/** The icon of the browser's tab: the first letter of the shop's name in its colours. */
export function shopIcon({ name, appearance }: Pick<ShopFile, 'name' | 'appearance'>): string {
  const { accent, onAccent } = paletteOf(appearance).light;
  const [first] = new Intl.Segmenter().segment(name);
  const letter = escapeHtml((first?.segment ?? '').toUpperCase());
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">' +
    `<rect width="32" height="32" rx="8" fill="${accent}"/>` +
    `<text x="16" y="23" text-anchor="middle" font-family="sans-serif" font-size="20" font-weight="600" fill="${onAccent}">${letter}</text></svg>\n`
  );
}
