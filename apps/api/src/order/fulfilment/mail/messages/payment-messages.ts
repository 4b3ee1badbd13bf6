import { msg } from '@lingui/core/macro';
import type { MailKind } from './mail-kind';
import { hello, thanks } from './mail-message';
import type { MailMessage } from './mail-message';
import type { MailSaid } from './mail-said';

/** The e-mails until an order is paid, or has ended without payment. */
export const paymentMessages = {
  orderReceived: {
    subject: ({ orderNumber, shop }) => msg`We have received your order ${orderNumber} at ${shop}`,
    greeting: thanks,
    news: ({ way, arrival }) =>
      way === 'microdeposits'
        ? [
            arrival
              ? msg`Stripe, our payment provider, sends one or two very small test deposits to your bank account. They should arrive by ${arrival}.`
              : msg`Stripe, our payment provider, sends one or two very small test deposits to your bank account.`,
            msg`Once you see them there, confirm them. Only then does your payment start.`,
          ]
        : [
            msg`Your bank is processing your payment. This usually takes 2 to 14 days. Please don’t pay again.`,
            msg`We will write to you as soon as the payment has come in, or if it does not go through.`,
          ],
  },
  orderReceivedVoucher: {
    subject: ({ orderNumber, shop }) => msg`The voucher for your order ${orderNumber} at ${shop}`,
    greeting: thanks,
    news: ({ amount, deadline }) => [
      deadline
        ? msg`Your order is reserved. Please pay ${amount} with your voucher by ${deadline}.`
        : msg`Your order is reserved. Please pay ${amount} with your voucher before it expires.`,
      msg`We will write to you as soon as the payment has come in.`,
    ],
  },
  orderReceivedBankTransfer: {
    subject: ({ orderNumber, shop }) => msg`How to pay for your order ${orderNumber} at ${shop}`,
    greeting: thanks,
    news: ({ amount }) => [
      msg`Your order is reserved. ${amount} is still to be transferred. You can transfer it in parts, each with the reference.`,
      msg`We will write to you as soon as all of it has come in.`,
    ],
  },
  voucherReminder: {
    subject: ({ orderNumber, shop }) =>
      msg`The voucher for your order ${orderNumber} at ${shop} expires soon`,
    greeting: hello,
    news: ({ amount, deadline }) => [
      deadline
        ? msg`No payment for your voucher has reached us yet. You can pay ${amount} until ${deadline}. After that your order ends.`
        : msg`No payment for your voucher has reached us yet. You can pay ${amount} until it expires. After that your order ends.`,
      msg`If you have paid already, there is nothing you need to do: it can take a while until we hear of it.`,
    ],
  },
  paymentFailed: {
    subject: ({ orderNumber, shop, way }) =>
      way === 'voucher'
        ? msg`The voucher for your order ${orderNumber} at ${shop} was not paid`
        : msg`The payment for your order ${orderNumber} at ${shop} did not go through`,
    greeting: hello,
    news: ({ way, goesOn }) =>
      goesOn
        ? [
            msg`Your payment did not go through. Nothing was taken so far, but it may be tried again. Please don’t order again.`,
          ]
        : failed(way),
  },
  orderCancelled: {
    subject: ({ orderNumber, shop }) =>
      msg`Your order ${orderNumber} at ${shop} has been cancelled`,
    greeting: hello,
    news: ({ isRefused }) => [
      isRefused
        ? msg`We could not accept your order and have cancelled it. Nothing will be sent.`
        : msg`The whole payment had not come in, so your order has been cancelled. Nothing will be sent.`,
      msg`If you have a question about your payment, please write to us.`,
    ],
  },
  underReview: {
    subject: ({ orderNumber, shop }) => msg`We are checking your order ${orderNumber} at ${shop}`,
    greeting: hello,
    news: () => [
      msg`A person is looking at your order before we go on. There is nothing you need to do. Please don’t pay again.`,
      msg`We will write to you when it is decided.`,
    ],
  },
} satisfies Partial<Record<MailKind, MailMessage>>;

function failed(way: MailSaid['way']) {
  switch (way) {
    case 'voucher':
      return [
        msg`No payment for your voucher has reached us, and it can no longer be paid, so your order has ended. You are welcome to order again.`,
        msg`If you did pay, please write to us.`,
      ];
    case 'transfer':
      return [
        msg`The whole amount did not come in, so your order has ended. You are welcome to order again.`,
        msg`If you have transferred money, please write to us.`,
      ];
    default:
      return [
        msg`Your payment did not go through. Nothing was taken, and you are welcome to order again.`,
      ];
  }
}
