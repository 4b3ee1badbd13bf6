/** The languages of the e-mails, which are those of the shop and of the hosted page. */
export const supportedLocales = ['en', 'de', 'fr', 'es', 'ja'] as const;
export type SupportedLocale = (typeof supportedLocales)[number];

/** The language of an e-mail, from the session's locale: de for de-AT, en for a language that is not supported. */
export function mailLocaleOf(locale: string | null): SupportedLocale {
  const wanted = locale?.toLowerCase().split('-')[0];
  return supportedLocales.find((one) => one === wanted) ?? 'en';
}
