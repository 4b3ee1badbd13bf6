import { useLingui } from '@lingui/react';
import type { Confirmation, OrderCancellation } from '@shop/contract';
import type { ReactNode } from 'react';
import { useMoney } from '../../locale/use-format';
import { PageHeading } from '../../ui/page-heading';
import { SupportLinks } from '../../ui/support-links';
import { Moment } from './fact';
import { orderMessages } from './order-messages';
import { RefundList } from './refund-list';
import { StateIcon } from './state-icon';
import { useChangeWords } from './use-change-words';
import { useNow } from './use-now';
import styles from './order.module.css';

/** In place of what the page says of other orders: that it is cancelled, and where the money is. */
export function CancelledHead({ order, cancellation, below }: CancelledHeadProps) {
  const words = useChangeWords();
  return (
    <>
      <p role="status" className="visually-hidden">
        {words.cancelled}
      </p>
      <StateIcon state="expired" />
      <PageHeading title={words.cancelled} />
      <p className={styles.lead}>
        {words.cancelledOn} <Moment at={cancellation.at} time />. {words.nothingSent}
      </p>
      <p className={styles.lead}>
        <Money order={order} refund={cancellation.refund} />
      </p>
      <RefundList {...order} />
      {below}
      <p className={styles.hint}>
        {words.questions} <SupportLinks />
      </p>
    </>
  );
}

function Money({ order, refund }: { order: Confirmation; refund: OrderCancellation['refund'] }) {
  const { _: t } = useLingui();
  const words = useChangeWords();
  const money = useMoney();
  const now = useNow();
  const { totalMinor, refundedMinor, currency } = order.amounts;
  const left = money(totalMinor - refundedMinor, currency);
  if (refund === 'none') return words.free;
  // While the bank has the money, that is what there is to say.
  if (!order.dispute) {
    if (refund === 'due') return words.due(left);
    if (refund === 'refused' || order.refunds.length === 0) return words.refused(left);
  }
  const { heading, lead, soon } = orderMessages(order, money, now);
  return `${t(heading)}. ${t(lead)} ${soon ? t(soon) : ''}`;
}

type CancelledHeadProps = {
  order: Confirmation;
  cancellation: OrderCancellation;
  below: ReactNode;
};
