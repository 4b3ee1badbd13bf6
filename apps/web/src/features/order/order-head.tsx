import { useLingui } from '@lingui/react/macro';
import type { Confirmation } from '@shop/contract';
import button from '../../ui/button.module.css';
import { PageHeading } from '../../ui/page-heading';
import { NextStep } from './next-step';
import type { OrderLinks } from './order-links';
import { StateIcon } from './state-icon';
import { orderLead, orderTitle } from './state-messages';
import styles from './order.module.css';

/** Says what happened, what happens next, and what the shopper can do. */
export function OrderHead({ order, links }: { order: Confirmation; links: OrderLinks }) {
  const { t } = useLingui();
  const email = order.view === 'full' ? order.email : order.maskedEmail;
  return (
    <div className={styles.head}>
      <StateIcon state={order.state} />
      <PageHeading title={t(orderTitle(order))} />
      <p className={styles.lead}>{t(orderLead(order))}</p>
      {email && isConfirmed(order) && (
        <p className={styles.lead}>{t`A confirmation is on its way to ${email}.`}</p>
      )}
      {!order.final && (
        <p className={styles.waiting}>{t`This page changes by itself when there is news.`}</p>
      )}
      <div className={styles.actions}>
        <NextStep order={order} links={links} />
        {isReceipt(order) && (
          <button type="button" className={button.quiet} onClick={() => window.print()}>
            {t`Print or save as PDF`}
          </button>
        )}
      </div>
    </div>
  );
}

function isConfirmed({ state }: Confirmation): boolean {
  return state === 'confirmed' || state === 'nothing_to_pay';
}

function isReceipt(order: Confirmation): boolean {
  return isConfirmed(order) || order.state === 'partially_refunded' || order.state === 'refunded';
}
