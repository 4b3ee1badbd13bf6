import { formatMoney } from '@shop/money';
import type { OrderRefund } from '../../../database/schema/tables';
import type { OrderWithLines } from '../fulfilment-step';
import type { MailContent, MailRow } from './mail-content';
import { mailHtml } from './mail-html';
import { mailLocaleOf } from './mail-locale';
import { mailMessages } from './mail-messages';
import type { MailKind, MailMessages } from './messages/mail-messages.types';

/**
 * Subject and both bodies of an e-mail about an order, in the session's language. Names of shoppers and products are
 * escaped, never used as markup.
 * @param refund what the e-mail is about, if it is about a refund
 */
export function orderMail(
  kind: MailKind,
  subject: OrderWithLines,
  shop: { name: string; url: string },
  refund?: OrderRefund,
): { subject: string; text: string; html: string } {
  const { order } = subject;
  const locale = mailLocaleOf(order.locale);
  const messages = mailMessages[locale];
  const content: MailContent = {
    locale,
    shop,
    greeting: messages[kind].greeting(order.customerName),
    news: messages[kind].news,
    orderNumber: `${messages.order} ${order.number}`,
    rows: rowsOf(subject, messages, order.locale ?? locale, refund),
    link: {
      text: messages.see,
      url: `${shop.url}/order/success?session_id=${order.stripeSessionId}`,
    },
  };
  return {
    subject: messages[kind].subject(order.number, shop.name),
    text: mailText(content),
    html: mailHtml(content),
  };
}

function mailText({ greeting, news, orderNumber, rows, link, shop }: MailContent): string {
  return [
    greeting,
    news,
    orderNumber,
    rows.map(({ label, amount }) => `${label}: ${amount}`).join('\n'),
    `${link.text}:\n${link.url}`,
    `${shop.name}\n${shop.url}\n`,
  ].join('\n\n');
}

function rowsOf(
  { order, lines }: OrderWithLines,
  messages: MailMessages,
  locale: string,
  refund: OrderRefund | undefined,
): MailRow[] {
  const money = (amountMinor: number, currency = order.currency) =>
    formatMoney(amountMinor, currency, locale);
  const row = (kind: MailRow['kind'], label: string, amountMinor: number): MailRow[] =>
    amountMinor === 0 ? [] : [{ kind, label, amount: money(amountMinor) }];
  // What Stripe quoted for an order that was never paid was not charged.
  const presentment = order.paidAt ? order.presentment : null;
  return [
    ...lines.map(({ quantity, name, recurring, unitAmountMinor }) => ({
      kind: 'item' as const,
      label: [`${quantity} × ${name}`, ...(recurring ? [messages.every(recurring)] : [])].join(
        ', ',
      ),
      amount: money(unitAmountMinor * quantity),
    })),
    ...row('part', messages.discount, -order.discountMinor),
    ...row('part', messages.shipping, order.shippingMinor),
    ...row('part', messages.tax, order.taxMinor - order.taxIncludedMinor),
    { kind: 'total', label: messages.total, amount: money(order.totalMinor) },
    // The amount on the shopper's statement, if it is in another currency.
    ...(presentment
      ? [
          {
            kind: 'total' as const,
            label: messages.charged,
            amount: money(presentment.amountMinor, presentment.currency),
          },
        ]
      : []),
    ...row('part', messages.taxIncluded, order.taxIncludedMinor),
    ...(refund ? [refundRow(refund, messages, locale, order.currency)] : []),
    // All refunds together, unless the e-mail is about the only one.
    ...(order.refundedMinor === (refund?.status === 'succeeded' ? refund.amountMinor : 0)
      ? []
      : row('part', messages.refunded, order.refundedMinor)),
  ];
}

/** In the currency that the shopper gets it in. */
function refundRow(
  { presentment, amountMinor }: OrderRefund,
  messages: MailMessages,
  locale: string,
  currency: string,
): MailRow {
  const amount = presentment
    ? formatMoney(presentment.amountMinor, presentment.currency, locale)
    : formatMoney(amountMinor, currency, locale);
  return { kind: 'total', label: messages.thisRefund, amount };
}
