import { formatMoney } from '@shop/money';
import type { OrderWithLines } from '../fulfilment-step';
import { languageOf, mailWords } from './mail-messages';
import type { MailKind, MailWords } from './mail-messages';
import { mailHtml } from './mail-html';

/** An e-mail about an order, before it has a form. */
export interface MailContent {
  language: string;
  shop: { name: string; url: string };
  greeting: string;
  news: string;
  orderNumber: string;
  /** What was bought and what it comes to, line by line: what and how much. */
  rows: MailRow[];
  link: { text: string; url: string };
}

export interface MailRow {
  label: string;
  amount: string;
  /** `item`: something bought; `total`: the sum that counts; `part`: what leads from one to the other. */
  kind: 'item' | 'part' | 'total';
}

/**
 * Subject and both bodies of an e-mail about an order, in the session's language. Names and products are shown as
 * text, never as markup.
 * @param refundMinor what this refund gives back, in minor units; 0 when the e-mail is about none
 */
export function orderMail(
  kind: MailKind,
  subject: OrderWithLines,
  shop: { name: string; url: string },
  refundMinor = 0,
): { subject: string; text: string; html: string } {
  const { order } = subject;
  const language = languageOf(order.locale);
  const words = mailWords[language];
  const content: MailContent = {
    language,
    shop,
    greeting: words[kind].greeting(order.customerName),
    news: words[kind].news,
    orderNumber: `${words.order} ${order.number}`,
    rows: rowsOf(subject, words, order.locale ?? language, refundMinor),
    link: {
      text: words.see,
      url: `${shop.url}/order/success?session_id=${order.stripeSessionId}`,
    },
  };
  return {
    subject: words[kind].subject(order.number, shop.name),
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
  words: MailWords,
  locale: string,
  refundMinor: number,
): MailRow[] {
  const money = (amountMinor: number, currency = order.currency) =>
    formatMoney(amountMinor, currency, locale);
  const row = (kind: MailRow['kind'], label: string, amountMinor: number): MailRow[] =>
    amountMinor === 0 ? [] : [{ kind, label, amount: money(amountMinor) }];
  const { presentment } = order;
  return [
    ...lines.map(({ quantity, name, recurring, unitAmountMinor }) => ({
      kind: 'item' as const,
      label: [`${quantity} × ${name}`, ...(recurring ? [words.every(recurring)] : [])].join(', '),
      amount: money(unitAmountMinor * quantity),
    })),
    ...row('part', words.discount, -order.discountMinor),
    ...row('part', words.shipping, order.shippingMinor),
    ...row('part', words.tax, order.taxMinor),
    { kind: 'total', label: words.total, amount: money(order.totalMinor) },
    // What the shopper's statement says, where that is another currency.
    ...(presentment
      ? [
          {
            kind: 'total' as const,
            label: words.charged,
            amount: money(presentment.amountMinor, presentment.currency),
          },
        ]
      : []),
    ...row('total', words.thisRefund, refundMinor),
    // Of several refunds, and of one that is not this e-mail's news.
    ...(order.refundedMinor === refundMinor
      ? []
      : row('part', words.refunded, order.refundedMinor)),
  ];
}
