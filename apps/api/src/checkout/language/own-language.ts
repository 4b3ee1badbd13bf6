import { supportedLocales } from '../../order/fulfilment/mail/mail-locale';

/**
 * The language of our own pages and e-mails.
 * @param wishes language tags, the most wanted first
 * @returns the first wish whose language we have, with its region; null when we have none of them
 */
export function ownLanguageOf(wishes: readonly string[]): string | null {
  const has = (tag: string) => supportedLocales.some((one) => one === languageOf(tag));
  const met = wishes.find(has);
  if (met === undefined || met !== languageOf(met)) return met ?? null;
  // The region says how amounts and dates are written: a choice of `de` does not take it from a browser of de-AT.
  return wishes.find((tag) => tag !== met && languageOf(tag) === met) ?? met;
}

const languageOf = (tag: string) => new Intl.Locale(tag).language;
