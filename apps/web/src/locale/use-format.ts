import { useLingui } from '@lingui/react';
import { formatMoney } from '@shop/money';

/** The language tag with which Intl formats for this shopper. */
export function useLocaleTag(): string {
  const { i18n } = useLingui();
  return String(i18n.locales ?? i18n.locale);
}

/** Formats an amount in minor units of a currency. */
export function useMoney(): (amountMinor: number, currency: string) => string {
  const tag = useLocaleTag();
  return (amountMinor, currency) => formatMoney(amountMinor, currency, tag);
}
