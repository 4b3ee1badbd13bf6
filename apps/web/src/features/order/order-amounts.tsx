import { useLingui } from '@lingui/react/macro';
import type { Confirmation } from '@shop/contract';
import type { ReactNode } from 'react';
import { useMoney } from '../../locale/use-format';
import { useRenewals } from '../../locale/use-renewals';
import { Money } from '../../ui/money';
import { BothAmounts } from './both-amounts';
import styles from './order.module.css';
import { refundedSum } from './refund-sum';

/**
 * The amounts from subtotal to total, and what was refunded. An amount in the shopper's own currency stands before the
 * order's, because it is the one on their statement.
 */
export function OrderAmounts({
  order,
}: {
  order: Pick<Confirmation, 'state' | 'amounts' | 'refunds' | 'subscription'>;
}) {
  const { t } = useLingui();
  const format = useMoney();
  const renewals = useRenewals();
  const { currency, presentment, taxIncludedMinor, refundedMinor, ...amounts } = order.amounts;
  const money = (amountMinor: number) => <Money amountMinor={amountMinor} currency={currency} />;
  const taxAddedMinor = amounts.taxMinor - taxIncludedMinor;
  const taxIncluded = format(taxIncludedMinor, currency);
  const refunded = refundedSum(order);
  const then = order.subscription?.renewals ?? [];
  const changes = taxAddedMinor > 0 || amounts.discountMinor > 0;
  const unpaid = ['open', 'expired', 'payment_failed'].includes(order.state);
  return (
    <dl className={styles.amounts}>
      <Row label={t`Subtotal`}>{money(amounts.subtotalMinor)}</Row>
      {amounts.discountMinor > 0 && <Row label={t`Discount`}>{money(-amounts.discountMinor)}</Row>}
      {amounts.shippingMinor > 0 && <Row label={t`Shipping`}>{money(amounts.shippingMinor)}</Row>}
      {taxAddedMinor > 0 && <Row label={t`Tax`}>{money(taxAddedMinor)}</Row>}
      {presentment && (
        <Row label={t`You were charged`} strong>
          <Money {...presentment} />
        </Row>
      )}
      <Row
        label={presentment ? t`Order total` : unpaid ? t`Total, not charged` : t`Total`}
        note={taxIncludedMinor > 0 && t`incl. ${taxIncluded} tax`}
        strong={!presentment}
      >
        {money(amounts.totalMinor)}
      </Row>
      {then.length > 0 && (
        <Row label={t`Then`} note={changes && t`before tax and discounts`}>
          {renewals(then, currency)}
        </Row>
      )}
      {refundedMinor > 0 && (
        <Row label={t`Refunded`}>
          <BothAmounts
            own={{ ...refunded, amountMinor: -refunded.amountMinor }}
            amountMinor={-refundedMinor}
            currency={currency}
          />
        </Row>
      )}
    </dl>
  );
}

function Row({ label, note, strong = false, children }: RowProps) {
  return (
    <div className={strong ? styles.totalRow : styles.amountRow}>
      <dt>
        {label} {note && <span className={styles.small}>{note}</span>}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

type RowProps = {
  label: string;
  note?: string | false;
  strong?: boolean;
  children: ReactNode;
};
