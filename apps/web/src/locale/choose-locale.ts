import type { Language } from './languages';

/** The language of the messages, and the tag with which Intl formats dates and amounts. */
export type Locale = { language: Language; tag: string };

/**
 * Returns the first requested language that the shop offers, else its default. A request without a region ("en") takes the
 * region of the same language in the browser's list ("en-GB").
 *
 * @param wishes language tags, the most important first; some can be invalid (Stripe's "auto", a system's
 * "en-US@posix")
 * @param browser the browser's languages, which come after the wishes
 * @param shop the languages that the shop offers
 */
export function chooseLocale(
  wishes: readonly (string | null | undefined)[],
  browser: readonly string[],
  shop: { default: Language; offered: readonly Language[] },
): Locale {
  const parse = (tag: string | null | undefined) => parseTag(tag, shop.offered);
  const own = browser.flatMap(parse);
  const usual = { language: shop.default, tag: shop.default };
  const [met = usual] = [...wishes.flatMap(parse), ...own];
  const { language, tag } = met;
  if (tag !== language) return met;
  const regional = own.find((each) => each.language === language && each.tag !== language);
  return { language, tag: regional?.tag ?? (language === 'en' ? 'en-US' : language) };
}

function parseTag(tag: string | null | undefined, offered: readonly Language[]): Locale[] {
  if (!tag) return [];
  try {
    const { language: asked, baseName } = new Intl.Locale(tag);
    const language = offered.find((one) => one === asked);
    return language ? [{ language, tag: baseName }] : [];
  } catch {
    return [];
  }
}
