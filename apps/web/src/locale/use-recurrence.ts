import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Recurring } from '@shop/contract';

/** Formats how often something is paid for: every month, every 2 weeks. */
export function useRecurrence(): (recurring: Recurring) => string {
  const { t } = useLingui();
  return ({ interval, intervalCount: count }) => {
    switch (interval) {
      case 'day':
        return t`${plural(count, { one: 'every day', other: 'every # days' })}`;
      case 'week':
        return t`${plural(count, { one: 'every week', other: 'every # weeks' })}`;
      case 'month':
        return t`${plural(count, { one: 'every month', other: 'every # months' })}`;
      case 'year':
        return t`${plural(count, { one: 'every year', other: 'every # years' })}`;
    }
  };
}
