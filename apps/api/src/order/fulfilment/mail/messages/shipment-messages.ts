import { msg } from '@lingui/core/macro';
import type { MailKind } from './mail-kind';
import { hello } from './mail-message';
import type { MailMessage } from './mail-message';

/** The e-mail about a parcel. It says what was done: that stays true, whatever has become of the parcel since. */
export const shipmentMessages = {
  shipped: {
    subject: ({ orderNumber, shop, isAllSent }) =>
      isAllSent
        ? msg`Your order ${orderNumber} at ${shop} has been sent`
        : msg`A part of your order ${orderNumber} at ${shop} has been sent`,
    greeting: hello,
    news: ({ isAllSent }) => [
      isAllSent ? msg`We have sent your order.` : msg`We have sent a part of your order.`,
    ],
  },
} satisfies Partial<Record<MailKind, MailMessage>>;
