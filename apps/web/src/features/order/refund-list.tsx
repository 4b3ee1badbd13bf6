import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Confirmation, OrderRefund } from '@shop/contract';
import { BothAmounts } from './both-amounts';
import { Moment } from './fact';
import styles from './order.module.css';

const LABELS: Readonly<Record<OrderRefund['status'], MessageDescriptor>> = {
  succeeded: msg`Refunded`,
  pending: msg`Refund on its way`,
  requires_action: msg`Refund waits for bank details`,
  failed: msg`Refund failed`,
};

/** Each refund of an order: how far it is, when it was made, and its amount. */
export function RefundList({ refunds, amounts }: Pick<Confirmation, 'refunds' | 'amounts'>) {
  const { t } = useLingui();
  if (refunds.length === 0) return null;
  return (
    <ul className={styles.refunds} aria-label={t`Refunds`}>
      {refunds.map(({ status, amountMinor, presentment, createdAt }, index) => (
        // Refunds only come at the end of the list, and two of them can be equal: the index is the key.
        <li key={index}>
          <span>
            {t(LABELS[status])}{' '}
            <span className={styles.small}>
              <Moment at={createdAt} />
            </span>
          </span>
          <BothAmounts own={presentment} amountMinor={amountMinor} currency={amounts.currency} />
        </li>
      ))}
    </ul>
  );
}
