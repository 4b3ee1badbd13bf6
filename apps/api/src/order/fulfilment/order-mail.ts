import { formatMoney } from '@shop/money';
import type { OrderWithLines } from './fulfilment-step';
import { languageOf, mailWords } from './mail-words';
import type { MailKind, MailWords } from './mail-words';

/**
 * Subject and both bodies of an e-mail about an order, in the session's language. Names and products are shown as
 * text, never as markup.
 */
export function orderMail(
  kind: MailKind,
  subject: OrderWithLines,
  shop: { name: string; url: string },
): { subject: string; text: string; html: string } {
  const { order } = subject;
  const language = languageOf(order.locale);
  const words = mailWords[language];
  const told = words[kind];
  const greeting = told.greeting(order.customerName);
  const link = `${shop.url}/order/success?session_id=${order.stripeSessionId}`;
  const rows = rowsOf(subject, words, order.locale ?? language);
  return {
    subject: told.subject(order.number, shop.name),
    text: [
      greeting,
      told.news,
      `${words.order} ${order.number}`,
      rows.map(([label, amount]) => `${label}: ${amount}`).join('\n'),
      `${words.see}: ${link}`,
      '',
    ].join('\n\n'),
    html: [
      `<!doctype html><html lang="${language}"><body style="font-family:sans-serif;line-height:1.5">`,
      `<h1 style="font-size:1.25rem">${escapeHtml(greeting)}</h1>`,
      `<p>${escapeHtml(told.news)}</p>`,
      `<p>${escapeHtml(`${words.order} ${order.number}`)}</p><table>`,
      ...rows.map(
        ([label, amount]) =>
          `<tr><td style="padding-right:2rem">${escapeHtml(label)}</td><td align="right">${escapeHtml(amount)}</td></tr>`,
      ),
      `</table><p><a href="${escapeHtml(link)}">${escapeHtml(words.see)}</a></p></body></html>`,
    ].join('\n'),
  };
}

function rowsOf({ order, lines }: OrderWithLines, words: MailWords, locale: string) {
  const money = (amountMinor: number) => formatMoney(amountMinor, order.currency, locale);
  const optional = (label: string, amountMinor: number): [string, string][] =>
    amountMinor === 0 ? [] : [[label, money(amountMinor)]];
  return [
    ...lines.map(({ quantity, name, unitAmountMinor }): [string, string] => [
      `${quantity} × ${name}`,
      money(unitAmountMinor * quantity),
    ]),
    ...optional(words.discount, -order.discountMinor),
    ...optional(words.shipping, order.shippingMinor),
    ...optional(words.tax, order.taxMinor),
    [words.total, money(order.totalMinor)] as [string, string],
    ...optional(words.refunded, order.refundedMinor),
  ];
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string) =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
