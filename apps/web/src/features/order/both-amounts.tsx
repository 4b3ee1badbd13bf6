import { Money } from '../../ui/money';
import styles from './order.module.css';
import type { Amount } from './refund-sum';

/** An amount in the order's currency, behind the same in the shopper's own currency if that is another one. */
export function BothAmounts({ own, amountMinor, currency }: Amount & { own: Amount | null }) {
  const ordered = <Money amountMinor={amountMinor} currency={currency} />;
  if (!own || own.currency === currency) return <span>{ordered}</span>;
  return (
    <span>
      <Money {...own} /> <span className={styles.small}>({ordered})</span>
    </span>
  );
}
