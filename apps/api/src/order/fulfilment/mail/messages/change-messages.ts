import { msg } from '@lingui/core/macro';
import type { MailKind } from './mail-kind';
import { hello } from './mail-message';
import type { MailMessage } from './mail-message';

/** What becomes of the goods and of the money, whoever has cancelled. */
const cancelled: MailMessage['news'] = ({ way }) => [
  msg`Your order is cancelled, and nothing will be sent for it.`,
  way === 'free'
    ? msg`There was nothing to pay, so there is nothing to pay back.`
    : msg`You get back all that you have paid, in the way you paid it. We write to you again as soon as the refund is confirmed.`,
];

/** The e-mails about what a shopper, or the shop for them, has changed. They say what is true whatever has become of the refund since. */
export const changeMessages = {
  cancelledByShopper: {
    subject: ({ orderNumber, shop }) =>
      msg`You have cancelled your order ${orderNumber} at ${shop}`,
    greeting: hello,
    news: (said) => [
      ...cancelled(said),
      msg`If it was not you who cancelled it, please write to us.`,
    ],
  },
  cancelledByShop: {
    subject: ({ orderNumber, shop }) =>
      msg`Your order ${orderNumber} at ${shop} has been cancelled`,
    greeting: hello,
    news: cancelled,
  },
  addressCorrected: {
    subject: ({ orderNumber, shop }) =>
      msg`The shipping address of your order ${orderNumber} at ${shop} is corrected`,
    greeting: hello,
    news: ({ isPaid }) => [
      isPaid
        ? msg`We send your order to the corrected address, which is below.`
        : msg`We send your order to the corrected address, which the page of your order shows.`,
      msg`If it was not you who corrected it, please write to us at once.`,
    ],
  },
} satisfies Partial<Record<MailKind, MailMessage>>;
