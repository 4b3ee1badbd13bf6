import { formatMoney } from '@shop/money';
import { locale } from '../locale/locale';

/** An amount as the shopper reads it. */
export function Money({ amountMinor, currency }: { amountMinor: number; currency: string }) {
  return <>{formatMoney(amountMinor, currency, locale)}</>;
}
