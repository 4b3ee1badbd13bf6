import type { ShopFile } from '@shop/shop-file';

/** The languages that e-mails exist in, which are those of the shop and of the hosted page. */
export const supportedLocales = ['en', 'de', 'fr', 'es', 'ja'] as const;
export type SupportedLocale = (typeof supportedLocales)[number];

/**
 * The language of an e-mail: the shopper's, without its region, where the shop offers it, else the shop's default.
 * @param wanted a language tag, such as de-AT; null: not known
 */
export function mailLocaleOf(
  wanted: string | null,
  languages: ShopFile['languages'],
): SupportedLocale {
  const language = wanted?.toLowerCase().split('-')[0];
  return languages.offered.find((one) => one === language) ?? languages.default;
}
