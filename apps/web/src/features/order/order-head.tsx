import type { ReactNode } from 'react';
import { useLingui } from '@lingui/react/macro';
import type { Confirmation, ConfirmationState } from '@shop/contract';
import { useMoney } from '../../locale/use-format';
import button from '../../ui/button.module.css';
import { PageHeading } from '../../ui/page-heading';
import { NextStep } from './next-step';
import type { OrderLinks } from './order-links';
import { PaymentFacts } from './payment-facts';
import { Progress } from './progress';
import { RefundList } from './refund-list';
import { StateIcon } from './state-icon';
import { orderMessages } from './order-messages';
import styles from './order.module.css';
import { useNow } from './use-now';

/** Says what happened, what happens next, and what the shopper can do. */
export function OrderHead({ order, links, check, mail, said = (...all) => all }: OrderHeadProps) {
  const { t } = useLingui();
  const money = useMoney();
  const { heading, lead, soon, dispute } = orderMessages(order, money, useNow());
  const [title, text] = said(t(heading), `${t(lead)} ${soon ? t(soon) : ''}`);
  return (
    <>
      <StateIcon state={order.state} />
      <PageHeading title={title} />
      <p className={styles.lead}>{text}</p>
      {dispute && <p className={styles.lead}>{t(dispute)}</p>}
      <Progress shopStatus={order.shopStatus} />
      {check}
      {mail}
      {order.view === 'full' && <PaymentFacts order={order} />}
      <RefundList {...order} />
      {!order.final && (
        <p className={styles.waiting}>{t`This page changes by itself when there is news.`}</p>
      )}
      <div className={styles.actions}>
        <NextStep order={order} links={links} />
        {order.view === 'full' && RECEIPTS.has(order.state) && (
          <button type="button" className={button.quiet} onClick={() => window.print()}>
            {t`Print or save as PDF`}
          </button>
        )}
      </div>
    </>
  );
}

type OrderHeadProps = {
  order: Confirmation;
  links: OrderLinks;
  /** Asks who is looking. It comes first of all that can be done, so that no small screen hides it. */
  check: ReactNode;
  /** Says what became of the last e-mail. */
  mail: ReactNode;
  /** Of an order whose state does not say all: a cancelled one. */
  said?: CancelledSaid | undefined;
};

/** What the page says of a cancelled order, from what it would say of its state: a title, and a text. */
export type CancelledSaid = (heading: string, text: string) => readonly [string, ReactNode];

/** The states whose page is a receipt: the order is paid, and nobody disputes it. */
const RECEIPTS: ReadonlySet<ConfirmationState> = new Set([
  'confirmed',
  'nothing_to_pay',
  'partially_refunded',
  'refunded',
  'refund_pending',
  'refund_requires_action',
  'refund_failed',
]);
