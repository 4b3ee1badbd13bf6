import { formatMoney } from '@shop/money';
import type { Request } from 'express';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { ja } from './ja';
import type { Words } from './words';

/** The language a page is written in. */
export interface Speech {
  /** The page's `lang`, and what Intl formats by. */
  locale: string;
  words: Words;
  money: (amountMinor: number, currency: string | null) => string;
  date: (seconds: number) => string;
}

const LANGUAGES: ReadonlyMap<string, Words> = new Map(Object.entries({ de, en, es, fr, ja }));

/**
 * The language for a session's `locale`. Null and "auto" leave it to the browser's Accept-Language; a language that
 * is not written here is answered in English.
 */
export function speechFor(request: Request, sessionLocale: string | null): Speech {
  const isFixed = sessionLocale !== null && sessionLocale !== 'auto';
  const wanted = isFixed ? [sessionLocale] : request.acceptsLanguages();
  for (const tag of wanted) {
    const found = readTag(tag);
    const words = found && LANGUAGES.get(found.language);
    if (found && words) return speech(found.locale, words);
  }
  return speech('en', en);
}

/** Language and region of a language tag; other parts are ignored. */
function readTag(tag: string): { language: string; locale: string } | undefined {
  try {
    const { language, region } = new Intl.Locale(tag);
    return { language, locale: region ? `${language}-${region}` : language };
  } catch {
    return undefined;
  }
}

function speech(locale: string, words: Words): Speech {
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return {
    locale,
    words,
    money: (amountMinor, currency) => formatMoney(amountMinor, currency ?? 'usd', locale),
    date: (seconds) => dates.format(seconds * 1000),
  };
}
