import { useLingui } from '@lingui/react/macro';
import type { Confirmation } from '@shop/contract';
import type { ReactNode } from 'react';
import { Money } from '../../ui/money';
import styles from './order.module.css';

/**
 * The amounts from subtotal to total, and the refund. An amount that was charged in the shopper's own currency stands
 * before the total, because it is the one on their statement.
 */
export function OrderAmounts({ amounts }: { amounts: Confirmation['amounts'] }) {
  const { t } = useLingui();
  const { currency, presentment } = amounts;
  const money = (amountMinor: number) => <Money amountMinor={amountMinor} currency={currency} />;
  return (
    <dl className={styles.amounts}>
      <Row label={t`Subtotal`}>{money(amounts.subtotalMinor)}</Row>
      {amounts.discountMinor > 0 && <Row label={t`Discount`}>{money(-amounts.discountMinor)}</Row>}
      {amounts.shippingMinor > 0 && <Row label={t`Shipping`}>{money(amounts.shippingMinor)}</Row>}
      {amounts.taxMinor > 0 && <Row label={t`Tax`}>{money(amounts.taxMinor)}</Row>}
      {presentment && (
        <Row label={t`You were charged`} strong>
          <Money {...presentment} />
        </Row>
      )}
      <Row label={presentment ? t`Order total` : t`Total`} strong={!presentment}>
        {money(amounts.totalMinor)}
      </Row>
      {amounts.refundedMinor > 0 && <Row label={t`Refunded`}>{money(-amounts.refundedMinor)}</Row>}
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
