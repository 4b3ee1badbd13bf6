/** The languages that the shop's pages and e-mails exist in. */
export const shopLanguages = ['en', 'de', 'fr', 'es', 'ja'] as const;
export type ShopLanguage = (typeof shopLanguages)[number];

export type LocalizedText = Partial<Record<ShopLanguage, string>>;

/** The text for a language, or else that of the shop's default language. */
export const textIn = (
  text: LocalizedText,
  language: ShopLanguage,
  defaultLanguage: ShopLanguage,
): { text: string; language: ShopLanguage } | undefined => {
  const chosen = text[language] === undefined ? defaultLanguage : language;
  const found = text[chosen];
  return found === undefined ? undefined : { text: found, language: chosen };
};
