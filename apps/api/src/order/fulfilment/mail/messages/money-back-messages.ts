import { msg } from '@lingui/core/macro';
import type { MailKind } from './mail-kind';
import { hello } from './mail-message';
import type { MailMessage } from './mail-message';
import type { PaymentWay } from './mail-said';

/** The e-mails about money that goes back. */
export const moneyBackMessages = {
  refundPending: {
    subject: ({ orderNumber, shop }) =>
      msg`A refund for your order ${orderNumber} at ${shop} is on its way`,
    greeting: hello,
    news: ({ amount }) => [
      msg`We have started a refund of ${amount} for your order. It has not been confirmed to us yet. We will write to you again when it has.`,
    ],
  },
  refundRequiresAction: {
    subject: ({ orderNumber, shop }) =>
      msg`Your bank details are needed for the refund of order ${orderNumber} at ${shop}`,
    greeting: hello,
    news: ({ amount }) => [
      msg`We have started a refund of ${amount} for your order. Stripe, our payment provider, asks you in an e-mail of its own where to send the money.`,
    ],
  },
  refund: {
    subject: ({ orderNumber, shop }) => msg`A refund for your order ${orderNumber} at ${shop}`,
    greeting: hello,
    news: ({ refunded, amount, way }) => [
      refunded === 'rest'
        ? msg`We have refunded ${amount}. With it, your order is refunded in full.`
        : msg`We have refunded your order in full: ${amount}.`,
      untilShown(way),
    ],
  },
  refundPartial: {
    subject: ({ orderNumber, shop }) =>
      msg`A partial refund for your order ${orderNumber} at ${shop}`,
    greeting: hello,
    news: ({ amount, total, way }) => [
      msg`We have refunded ${amount} of the ${total} of your order.`,
      untilShown(way),
    ],
  },
  refundFailed: {
    subject: ({ orderNumber, shop }) =>
      msg`The refund for your order ${orderNumber} at ${shop} failed`,
    greeting: hello,
    news: ({ amount }) => [
      msg`Our refund of ${amount} could not be paid out, so you do not have the money yet. We know about it and will put it right.`,
    ],
  },
  refundCanceled: {
    subject: ({ orderNumber, shop }) =>
      msg`The refund for your order ${orderNumber} at ${shop} was called off`,
    greeting: hello,
    news: () => [
      msg`A refund that we had told you about was called off before it was paid out. That money is not coming to you. If you did not expect this, please write to us.`,
    ],
  },
  disputeLost: {
    subject: ({ orderNumber, shop }) =>
      msg`The payment for your order ${orderNumber} at ${shop} has been taken back`,
    greeting: hello,
    news: ({ amount }) => [
      msg`The dispute about the payment for your order has been decided: ${amount} has been taken back from us.`,
      msg`Your order is closed, and nothing more will be sent for it. If you did not expect this, please write to us.`,
    ],
  },
  withdrawalNotice: {
    subject: ({ orderNumber, shop }) =>
      msg`Somebody withdraws from your order ${orderNumber} at ${shop}`,
    greeting: hello,
    news: ({ isCancelled, way }) => [
      msg`Somebody has declared to withdraw from this order. The acknowledgement went to another e-mail address than this one.`,
      ...(isCancelled
        ? [
            way === 'free'
              ? msg`Your order was cancelled, and there was nothing to pay. The withdrawal changes nothing about that.`
              : msg`Your order was cancelled, and you get back all that you have paid. The withdrawal changes nothing about that.`,
            msg`If it was you, there is nothing you need to do. If not, please write to us.`,
          ]
        : [
            msg`If it was you, there is nothing you need to do. If not, please write to us. Nothing is refunded before we have looked at it.`,
          ]),
    ],
  },
} satisfies Partial<Record<MailKind, MailMessage>>;

/** Stripe names a time for cards only (https://docs.stripe.com/refunds). */
const untilShown = (way: PaymentWay) =>
  way === 'card'
    ? msg`It can take your bank 5 to 10 business days to show it.`
    : msg`It depends on your bank how soon it reaches you.`;
