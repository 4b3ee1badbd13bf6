import type { OrderLineRow, OrderRefund, OrderRow } from '../../../../database/schema/tables';
import { isolated, plainText } from '../../../../text/plain-text';
import { renewalsLeft } from '../../../facts/subscription-view';
import type { OrderWithLines } from '../../fulfilment-step';
import type { Translate } from '../mail-messages';
import { labels, recurrence, thenLabel } from '../messages/labels';
import type { MailKind } from '../messages/mail-kind';
import type { MailRow } from './mail-content';
import { CONFIRMS } from './mail-footer';
import type { MailFormat } from './mail-format';

/** The lines of the order, then its sums; sums of nothing are left out, but for the total. */
export function mailRows(
  { order, lines }: OrderWithLines,
  translate: Translate,
  { money }: MailFormat,
  { kind: mailKind, refund }: { kind: MailKind; refund: OrderRefund | undefined },
  languages: { mail: string; products: string },
): MailRow[] {
  const row = (
    kind: MailRow['kind'],
    label: keyof typeof labels,
    amountMinor: number,
    currency = order.currency,
  ): MailRow => ({ kind, label: translate(labels[label]), amount: money(amountMinor, currency) });
  const part = (label: keyof typeof labels, amountMinor: number) =>
    amountMinor === 0 ? [] : [row('part', label, amountMinor)];
  // What Stripe quoted for an order that was never paid was not charged.
  const charged = order.paidAt ? order.presentment : null;
  const back = refund?.presentment ?? refund;
  const every = (line: OrderLineRow) =>
    line.recurring ? translate(recurrence(line.recurring)) : undefined;
  return [
    ...lines.map((line) => ({
      kind: 'item' as const,
      label: [`${line.quantity} × ${isolated(plainText(line.name) ?? '')}`, every(line)]
        .filter(Boolean)
        .join(', '),
      amount: money(line.unitAmountMinor * line.quantity, order.currency),
      lang: foreignTo(languages.mail, line.lang ?? languages.products),
    })),
    ...part('discount', -order.discountMinor),
    ...part('shipping', order.shippingMinor),
    ...part('tax', order.taxMinor - order.taxIncludedMinor),
    row('total', totalLabel(order, lines, mailKind), order.totalMinor),
    // The amount on the shopper's statement, if it is in another currency.
    ...(charged ? [row('total', 'charged', charged.amountMinor, charged.currency)] : []),
    ...part('taxIncluded', order.taxIncludedMinor),
    ...renewalsLeft(order, lines).map(({ amountMinor, recurring }) => ({
      kind: 'part' as const,
      label: translate(thenLabel(translate(recurrence(recurring)), isExact(order))),
      amount: money(amountMinor, order.currency),
    })),
    // In the currency that the shopper gets it in.
    ...(back ? [row('total', 'thisRefund', back.amountMinor, refund?.presentment?.currency)] : []),
    // All refunds together, unless the e-mail is about the only one.
    ...(order.refundedMinor === (refund?.status === 'succeeded' ? refund.amountMinor : 0)
      ? []
      : part('refunded', order.refundedMinor)),
  ];
}

export const foreignTo = (own: string, lang: string) => (lang === own ? undefined : lang);

/** The e-mails that come with the order. In all others what it cost is not what is paid today. */
const WITH_THE_ORDER: readonly MailKind[] = [
  'orderReceived',
  'orderReceivedVoucher',
  'orderReceivedBankTransfer',
  ...CONFIRMS,
];

function totalLabel(
  { status, paidAt, paidLater }: OrderRow,
  lines: OrderLineRow[],
  kind: MailKind,
): keyof typeof labels {
  if (!paidAt && (status === 'payment_failed' || status === 'expired')) return 'totalUnpaid';
  const isToday = WITH_THE_ORDER.includes(kind) && !paidLater;
  return isToday && lines.some(({ recurring }) => recurring) ? 'totalToday' : 'total';
}

/** Stripe works out tax, shipping and discounts of the next payment when it comes. */
const isExact = ({ discountMinor, shippingMinor, taxMinor, taxIncludedMinor }: OrderRow) =>
  discountMinor === 0 && shippingMinor === 0 && taxMinor === taxIncludedMinor;
