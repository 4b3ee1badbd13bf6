import { useLingui } from '@lingui/react';
import { formatMoney } from '@shop/money';

/** The language tag with which Intl formats for this shopper. */
export function useLocaleTag(): string {
  const { i18n } = useLingui();
  return String(i18n.locales ?? i18n.locale);
}

/**
 * Formats an ISO time in the shopper's time zone: as a date, or as a date and time that names the zone.
 */
export function useDate(time = false): (at: string) => string {
  const format = new Intl.DateTimeFormat(useLocaleTag(), {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    ...(time && { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' }),
  });
  return (at) => format.format(new Date(at));
}

/** Formats an amount in minor units of a currency. */
export function useMoney(): (amountMinor: number, currency: string) => string {
  const tag = useLocaleTag();
  return (amountMinor, currency) => formatMoney(amountMinor, currency, tag);
}
