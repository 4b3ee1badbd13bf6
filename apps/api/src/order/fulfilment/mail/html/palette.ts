import { paletteOf } from '@shop/shop-file';
import type { Palette, ShopFile } from '@shop/shop-file';

/** Colours and fonts of the e-mails. */
export interface MailLook {
  light: Palette;
  dark: Palette;
  body: string;
  display: string;
}

const BODY =
  "-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Hiragino Sans','Noto Sans JP',sans-serif";

/** The shop's own colours and fonts, and the built-in ones, which belong to no shop, for what it does not say. */
export function lookOf(appearance: ShopFile['appearance']): MailLook {
  const body = appearance.fonts.body ?? BODY;
  return { ...paletteOf(appearance), body, display: appearance.fonts.display ?? body };
}
