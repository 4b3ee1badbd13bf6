import { isLanguage, type Language } from './languages';

/** How the shop speaks: the language of its words, and the tag by which Intl writes dates and amounts. */
export type Locale = { language: Language; tag: string };

/**
 * The first wish that the shop can meet; English when it can meet none. A wish without a region ("en") takes the
 * region of the browser's own kind of that language ("en-GB").
 *
 * @param wishes language tags, the strongest wish first; some are none at all (Stripe's "auto", a system's
 * "en-US@posix")
 * @param browser the browser's languages, which are also the last wishes
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
