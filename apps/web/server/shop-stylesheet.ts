import type { ShopFile } from '@shop/shop-file';
import { paletteOf } from '../../../libs/shop-file/src/palette.ts';

const SYSTEM_FONTS =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Hiragino Sans', 'Noto Sans CJK JP', sans-serif";

/**
 * The shop's colours and fonts as custom properties. Colours are for screens: paper has its own, see print.css.
 */
export function shopStylesheet(appearance: ShopFile['appearance']): string {
  const { light, dark } = paletteOf(appearance);
  const { body = SYSTEM_FONTS, display = body } = appearance.fonts;
  return [
    `:root{--font-body:${body};--font-display:${display}}`,
    `@media screen{:root{${properties(light)}}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${properties(dark)}}}`,
    '',
  ].join('\n');
}

const properties = (palette: Readonly<Record<string, string>>) =>
  Object.entries(palette)
    .map(([name, colour]) => `--${kebab(name)}:${colour}`)
    .join(';');

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
