import { msg } from '@lingui/core/macro';
import type { MailKind } from './mail-kind';
import { hello } from './mail-message';
import type { MailMessage } from './mail-message';

/** The e-mails about a subscription after it has started. */
export const subscriptionMessages = {
  renewalFailed: {
    subject: ({ orderNumber, shop }) =>
      msg`The renewal of your order ${orderNumber} at ${shop} was not paid`,
    greeting: hello,
    news: () => [
      msg`The payment that renews your subscription has not gone through.`,
      msg`Please check that your payment method is still valid and covers the amount. While the renewal is not paid, the subscription may end.`,
    ],
  },
  subscriptionEnded: {
    subject: ({ orderNumber, shop }) =>
      msg`The subscription of your order ${orderNumber} at ${shop} has ended`,
    greeting: hello,
    news: () => [msg`Your subscription has ended. It does not renew any more.`],
  },
} satisfies Partial<Record<MailKind, MailMessage>>;
