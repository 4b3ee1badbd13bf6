import { useLingui } from '@lingui/react/macro';
import type { OrderSubscription } from '@shop/contract';
import { useLocaleTag, useMoney } from './use-format';
import { useRecurrence } from './use-recurrence';

/** Formats what is charged again: $18.50 every month and $5.00 every year. */
export function useRenewals(): (
  renewals: OrderSubscription['renewals'],
  currency: string,
) => string {
  const { t } = useLingui();
  const tag = useLocaleTag();
  const money = useMoney();
  const recurrence = useRecurrence();
  return (renewals, currency) =>
    new Intl.ListFormat(tag).format(
      renewals.map(({ amountMinor, recurring }) => {
        const amount = money(amountMinor, currency);
        const every = recurrence(recurring);
        return t`${amount} ${every}`;
      }),
    );
}
