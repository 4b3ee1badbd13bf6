import { useLingui } from '@lingui/react/macro';
import { useLocaleTag } from '../../locale/use-format';
import { daysUntil } from './days-until';
import styles from './order.module.css';
import { useNow } from './use-now';

/** How many days are left until a moment: "today", "tomorrow", "in 3 days", or that it is over. @param at ISO time */
export function DaysLeft({ at }: { at: string }) {
  const { t } = useLingui();
  const tag = useLocaleTag();
  const now = useNow();
  const end = Date.parse(at);
  const left = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  return (
    <span className={styles.daysLeft}>
      {end <= now ? t`This time is over.` : left.format(daysUntil(end, now), 'day')}
    </span>
  );
}
