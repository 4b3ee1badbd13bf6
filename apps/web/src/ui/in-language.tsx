import { i18n } from '@lingui/core';
import { textIn, type LocalizedText } from '@shop/shop-file/languages';
import { shopConfig } from '../config/shop-config';
import { isLanguage } from '../locale/languages';

/** A text of the shop file in the page's language, else in the shop's own, marked as such for screen readers. */
export function InLanguage({ text }: { text: LocalizedText }) {
  const found = textOfShop(text);
  if (!found) return null;
  return found.language === i18n.locale ? (
    found.text
  ) : (
    <span lang={found.language}>{found.text}</span>
  );
}

/** The same as plain text, and the language it is in. */
export function textOfShop(text: LocalizedText) {
  const own = shopConfig.shop.languages.default;
  return textIn(text, isLanguage(i18n.locale) ? i18n.locale : own, own);
}
