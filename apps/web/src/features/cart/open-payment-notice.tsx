import { useLingui } from '@lingui/react/macro';
import type { OpenPayment } from '@shop/contract';
import type { ReactNode } from 'react';
import button from '../../ui/button.module.css';
import { Notice } from '../../ui/notice';

/** Another order of this browser waits for its payment, or could not be replaced: what it is, and what to do. */
export function OpenPaymentNotice({ payment, toOrder, onPayAnotherWay }: OpenPaymentNoticeProps) {
  const { t } = useLingui();
  const number = payment.orderNumber;
  if (payment.state === null) {
    return (
      <Notice tone="good">
        <p>{t`Order ${number} has just been paid, or its payment is under way, so we didn’t cancel it. Your cart is as it was.`}</p>
        {toOrder(payment.sessionId, t`Show the order`)}
      </Notice>
    );
  }
  return (
    <Notice tone="wait">
      <p>
        {payment.state === 'awaiting_voucher' &&
          t`You have a voucher open: order ${number} isn’t paid yet.`}
        {payment.state === 'awaiting_bank_transfer' &&
          t`You have a bank transfer open: order ${number} isn’t paid in full yet.`}
        {payment.state === 'awaiting_microdeposits' &&
          t`Your bank account isn’t confirmed yet: order ${number} waits for it.`}{' '}
        {t`If you pay for this cart another way, we cancel that order. Please don’t pay it any more then.`}
      </p>
      {toOrder(payment.sessionId, t`Show it`)}
      <button type="button" className={button.quiet} onClick={onPayAnotherWay}>
        {t`Pay another way`}
      </button>
    </Notice>
  );
}

type OpenPaymentNoticeProps = {
  payment: OpenPayment;
  /** A link to the confirmation of the order of this session, with this label. */
  toOrder: (sessionId: string, label: string) => ReactNode;
  onPayAnotherWay: () => void;
};
