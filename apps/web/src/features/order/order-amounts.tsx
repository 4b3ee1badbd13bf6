import type { Confirmation } from '@shop/contract';
import type { ReactNode } from 'react';
import { Money } from '../../ui/money';
import { messages } from './messages';
import styles from './order.module.css';

/**
 * From subtotal to total, and what was refunded. When the shopper was charged in a currency of their own, that amount
 * comes first: it is the one on their statement.
 */
export function OrderAmounts({ amounts }: { amounts: Confirmation['amounts'] }) {
  const { currency, presentment } = amounts;
  const money = (amountMinor: number) => <Money amountMinor={amountMinor} currency={currency} />;
  return (
    <dl className={styles.amounts}>
      <Row label={messages.subtotal}>{money(amounts.subtotalMinor)}</Row>
      {amounts.discountMinor > 0 && (
        <Row label={messages.discount}>{money(-amounts.discountMinor)}</Row>
      )}
      {amounts.shippingMinor > 0 && (
        <Row label={messages.shipping}>{money(amounts.shippingMinor)}</Row>
      )}
      {amounts.taxMinor > 0 && <Row label={messages.tax}>{money(amounts.taxMinor)}</Row>}
      {presentment && (
        <Row label={messages.charged} strong>
          <Money {...presentment} />
        </Row>
      )}
      <Row label={presentment ? messages.orderTotal : messages.total} strong={!presentment}>
        {money(amounts.totalMinor)}
      </Row>
      {amounts.refundedMinor > 0 && (
        <Row label={messages.refunded}>{money(-amounts.refundedMinor)}</Row>
      )}
    </dl>
  );
}

function Row({ label, strong = false, children }: RowProps) {
  return (
    <div className={strong ? styles.totalRow : styles.amountRow}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type RowProps = { label: string; strong?: boolean; children: ReactNode };
