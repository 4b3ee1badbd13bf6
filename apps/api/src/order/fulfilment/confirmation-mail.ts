import { formatMoney } from '@shop/money';
import type { PaidOrder } from './fulfilment-step';

/** Subject and both bodies of the confirmation e-mail. Names and products are shown as text, never as markup. */
export function confirmationMail(
  { order, lines }: PaidOrder,
  shop: { name: string; url: string },
): { subject: string; text: string; html: string } {
  const money = (amountMinor: number) =>
    formatMoney(amountMinor, order.currency, order.locale ?? 'en');
  const greeting = order.customerName
    ? `Thanks for your order, ${order.customerName}!`
    : 'Thanks for your order!';
  const link = `${shop.url}/order/success?session_id=${order.stripeSessionId}`;
  const rows: [string, string][] = [
    ...lines.map(({ quantity, name, unitAmountMinor }): [string, string] => [
      `${quantity} × ${name}`,
      money(unitAmountMinor * quantity),
    ]),
    ...(order.discountMinor ? [['Discount', money(-order.discountMinor)] as [string, string]] : []),
    ...(order.shippingMinor ? [['Shipping', money(order.shippingMinor)] as [string, string]] : []),
    ...(order.taxMinor ? [['Tax', money(order.taxMinor)] as [string, string]] : []),
    ['Total', money(order.totalMinor)],
  ];
  return {
    subject: `Your order ${order.number} at ${shop.name}`,
    text: [
      greeting,
      '',
      `Order ${order.number}`,
      ...rows.map(([label, amount]) => `${label}: ${amount}`),
      '',
      `Your order: ${link}`,
      '',
    ].join('\n'),
    html: [
      '<!doctype html><html lang="en"><body style="font-family:sans-serif;line-height:1.5">',
      `<h1 style="font-size:1.25rem">${escapeHtml(greeting)}</h1>`,
      `<p>Order ${escapeHtml(order.number)}</p><table>`,
      ...rows.map(
        ([label, amount]) =>
          `<tr><td style="padding-right:2rem">${escapeHtml(label)}</td><td align="right">${escapeHtml(amount)}</td></tr>`,
      ),
      `</table><p><a href="${escapeHtml(link)}">See your order</a></p></body></html>`,
    ].join('\n'),
  };
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
