import { formatMoney } from '@shop/money';
import { english, type Words } from './words';

/** The language a page is written in. */
export interface Speech {
  /** The page's `lang`, and what Intl formats by. */
  locale: string;
  words: Words;
  money: (amountMinor: number, currency: string | null) => string;
  date: (seconds: number) => string;
}

/** The language for a session's `locale` (null and "auto" are the browser's choice). */
export function speechFor(_locale: string | null): Speech {
  const locale = 'en';
  return {
    locale,
    words: english,
    money: (amountMinor, currency) => formatMoney(amountMinor, currency ?? 'usd', locale),
    date: (seconds) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
        seconds * 1000,
      ),
  };
}
