/**
 * The language of our own pages and e-mails.
 * @param wishes language tags, the most wanted first
 * @param offered the languages of the shop
 * @returns the first wish whose language the shop offers, with its region; null when it offers none of them
 */
export function ownLanguageOf(
  wishes: readonly string[],
  offered: readonly string[],
): string | null {
  const has = (tag: string) => offered.includes(languageOf(tag));
  const met = wishes.find(has);
  if (met === undefined || met !== languageOf(met)) return met ?? null;
  // The region says how amounts and dates are written: a choice of `de` does not take it from a browser of de-AT.
  return wishes.find((tag) => tag !== met && languageOf(tag) === met) ?? met;
}

const languageOf = (tag: string) => new Intl.Locale(tag).language;
