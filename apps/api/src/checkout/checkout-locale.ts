/** The languages the shop, its e-mails and the hosted page all speak. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'ja'] as const;

/**
 * The first of the browser's languages that the shop speaks, for the hosted page and the e-mails; undefined leaves it
 * to Stripe. Browsers send them in the order they are wanted (RFC 9110, 12.5.4).
 */
export function languageFor(acceptLanguage = ''): (typeof LANGUAGES)[number] | undefined {
  for (const range of acceptLanguage.slice(0, 200).split(',')) {
    const wanted = range.trim().slice(0, 2).toLowerCase();
    const language = LANGUAGES.find((one) => one === wanted);
    if (language) return language;
  }
  return undefined;
}
