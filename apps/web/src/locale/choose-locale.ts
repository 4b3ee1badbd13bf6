import { isLanguage, type Language } from './languages';

/** The language of the messages, and the tag with which Intl formats dates and amounts. */
export type Locale = { language: Language; tag: string };

/**
 * Returns the first requested language that the shop has, else English. A request without a region ("en") takes the
 * region of the same language in the browser's list ("en-GB").
 *
 * @param wishes language tags, the most important first; some can be invalid (Stripe's "auto", a system's
 * "en-US@posix")
 * @param browser the browser's languages, which come after the wishes
 */
export function chooseLocale(
  wishes: readonly (string | null | undefined)[],
  browser: readonly string[],
): Locale {
  const own = browser.flatMap(parseTag);
  const [met = { language: 'en', tag: 'en' } as const] = [...wishes.flatMap(parseTag), ...own];
  const { language, tag } = met;
  if (tag !== language) return met;
  const regional = own.find((each) => each.language === language && each.tag !== language);
  return { language, tag: regional?.tag ?? (language === 'en' ? 'en-US' : language) };
}

function parseTag(tag: string | null | undefined): Locale[] {
  if (!tag) return [];
  try {
    const { language, baseName } = new Intl.Locale(tag);
    return isLanguage(language) ? [{ language, tag: baseName }] : [];
  } catch {
    return [];
  }
}
