import { msg } from '@lingui/core/macro';
import type { MailKind } from './mail-kind';
import { thanks } from './mail-message';
import type { MailMessage } from './mail-message';
import type { PaymentWay } from './mail-said';

/** The e-mails of an order whose goods are due. */
export const confirmedMessages = {
  confirmed: {
    subject: ({ orderNumber, shop }) => msg`Your order ${orderNumber} at ${shop}`,
    greeting: thanks,
    news: ({ isPaid }) => [
      isPaid
        ? msg`Your payment has come in and your order is confirmed.`
        : msg`Your order is confirmed.`,
    ],
  },
  nothingToPay: {
    subject: ({ orderNumber, shop }) => msg`Your order ${orderNumber} at ${shop}`,
    greeting: thanks,
    news: () => [msg`Your order is confirmed. There is nothing to pay.`],
  },
  paymentReceived: {
    subject: ({ orderNumber, shop }) =>
      msg`We have received your payment for order ${orderNumber} at ${shop}`,
    greeting: thanks,
    news: ({ way }) => [received(way)],
  },
  subscriptionStarted: {
    subject: ({ orderNumber, shop }) => msg`Your order ${orderNumber} at ${shop}`,
    greeting: thanks,
    news: ({ way, hasEnd }) => [
      way === 'free'
        ? msg`Your subscription has started. There is nothing to pay today.`
        : msg`Your payment has come in and your subscription has started.`,
      ...(hasEnd ? [] : [msg`It renews until it is cancelled.`]),
    ],
  },
} satisfies Partial<Record<MailKind, MailMessage>>;

function received(way: PaymentWay) {
  switch (way) {
    case 'debit':
    case 'microdeposits':
      return msg`Your bank has completed the payment and your order is confirmed.`;
    case 'voucher':
      return msg`Your voucher has been paid and your order is confirmed.`;
    case 'transfer':
      return msg`Your bank transfer has come in and your order is confirmed.`;
    default:
      return msg`Your payment has come in and your order is confirmed.`;
  }
}
