import { formatMoney } from '@shop/money';
import type { SupportedLocale } from '../mail-locale';

/** How an e-mail writes amounts and times. */
export interface MailFormat {
  /** @param amountMinor in minor units */
  money: (amountMinor: number, currency: string) => string;
  /** A day and its time, with the name of the zone. */
  moment: (at: Date, timeZone?: string) => string;
  /** A day, in UTC. */
  day: (at: Date) => string;
}

/**
 * @param locale the language of the words
 * @param wanted what the shopper wants, such as de-AT or sv
 */
export function mailFormat(locale: SupportedLocale, wanted: string): MailFormat {
  // Names of months stand among the words, so they are of the same language.
  const tag = wanted.toLowerCase().split('-')[0] === locale ? wanted : locale;
  const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  return {
    money: (amountMinor, currency) => formatMoney(amountMinor, currency, wanted),
    moment: (at, timeZone = 'UTC') =>
      new Intl.DateTimeFormat(tag, {
        ...day,
        hour: 'numeric',
        minute: '2-digit',
        timeZone,
        timeZoneName: 'short',
      }).format(at),
    day: (at) => new Intl.DateTimeFormat(tag, { ...day, timeZone: 'UTC' }).format(at),
  };
}
