import { useLingui } from '@lingui/react/macro';
import type { Confirmation, ConfirmationState } from '@shop/contract';
import { useMoney } from '../../locale/use-format';
import button from '../../ui/button.module.css';
import { PageHeading } from '../../ui/page-heading';
import { NextStep } from './next-step';
import type { OrderLinks } from './order-links';
import { PaymentFacts } from './payment-facts';
import { RefundList } from './refund-list';
import { StateIcon } from './state-icon';
import { orderMessages } from './state-messages';
import styles from './order.module.css';

/** Says what happened, what happens next, and what the shopper can do. */
export function OrderHead({ order, links }: { order: Confirmation; links: OrderLinks }) {
  const { t } = useLingui();
  const money = useMoney();
  const { heading, lead, dispute } = orderMessages(order, money);
  const email = order.view === 'full' ? order.email : order.maskedEmail;
  return (
    <>
      <StateIcon state={order.state} />
      <PageHeading title={t(heading)} />
      <p className={styles.lead}>{t(lead)}</p>
      {dispute && <p className={styles.lead}>{t(dispute)}</p>}
      {email && CONFIRMED.has(order.state) && (
        <p className={styles.lead}>{t`We e-mail the confirmation to ${email}.`}</p>
      )}
      {order.view === 'full' && <PaymentFacts order={order} />}
      <RefundList {...order} />
      {!order.final && (
        <p className={styles.waiting}>{t`This page changes by itself when there is news.`}</p>
      )}
      <div className={styles.actions}>
        <NextStep order={order} links={links} />
        {RECEIPTS.has(order.state) && (
          <button type="button" className={button.quiet} onClick={() => window.print()}>
            {t`Print or save as PDF`}
          </button>
        )}
      </div>
    </>
  );
}

const CONFIRMED: ReadonlySet<ConfirmationState> = new Set(['confirmed', 'nothing_to_pay']);

/** The states whose page is a receipt: the order is paid, and nobody disputes it. */
const RECEIPTS: ReadonlySet<ConfirmationState> = new Set([
  ...CONFIRMED,
  'partially_refunded',
  'refunded',
  'refund_pending',
  'refund_requires_action',
  'refund_failed',
]);
