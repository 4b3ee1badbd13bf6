import { useLingui } from '@lingui/react/macro';
import type { FullConfirmation } from '@shop/contract';
import { Money } from '../../ui/money';
import { DaysLeft } from './days-left';
import { Fact, Moment } from './fact';
import styles from './order.module.css';

/** What the shopper needs to pay what is still to be paid: amount, number or reference, and the day it is due. */
export function PaymentFacts({ order }: { order: FullConfirmation }) {
  const facts = useFacts(order);
  return facts && <dl className={`${styles.card} ${styles.facts}`}>{facts}</dl>;
}

function useFacts(order: FullConfirmation) {
  const { t } = useLingui();
  switch (order.state) {
    case 'awaiting_voucher': {
      if (!order.voucher) return null;
      const { amountMinor, number, expiresAt } = order.voucher;
      return (
        <>
          <Fact label={t`Left to pay`}>
            <Money amountMinor={amountMinor} currency={order.amounts.currency} />
          </Fact>
          {number && (
            <Fact label={t`Voucher number`}>
              <span className={styles.number}>{number}</span>
            </Fact>
          )}
          {expiresAt && (
            <Fact label={t`Pay by`}>
              <Moment at={expiresAt} time /> <DaysLeft at={expiresAt} />
            </Fact>
          )}
        </>
      );
    }
    case 'awaiting_bank_transfer': {
      if (!order.bankTransfer) return null;
      const { amountRemainingMinor, currency, reference } = order.bankTransfer;
      return (
        <>
          <Fact label={t`Left to pay`}>
            <Money amountMinor={amountRemainingMinor} currency={currency} />
          </Fact>
          {reference && (
            <Fact label={t`Reference`}>
              <span className={styles.number}>{reference}</span>
            </Fact>
          )}
        </>
      );
    }
    case 'awaiting_microdeposits':
      return (
        order.arrivalDate && (
          <Fact label={t`Test deposits arrive`}>
            <Moment at={order.arrivalDate} />
          </Fact>
        )
      );
    default:
      return null;
  }
}
