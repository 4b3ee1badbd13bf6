import type { OrderRefund, OrderRow } from '../../../../database/schema/tables';
import { isolated, nameWithoutLink } from '../../../../text/plain-text';
import { goesOn } from '../../../facts/subscription-standing';
import type { MailFormat } from './mail-format';
import type { MailKind } from '../messages/mail-kind';
import type { MailSaid } from '../messages/mail-said';
import { paymentWay, voucherZone } from './payment-way';

/**
 * What an e-mail says of its order.
 * @param refund what the e-mail is about, if it is about a refund
 * @param shop its name
 * @param isAllSent whether everything is in the parcel that the e-mail is about
 */
export function saidOf(
  kind: MailKind,
  order: OrderRow,
  refund: OrderRefund | undefined,
  shop: string,
  isAllSent: boolean,
  { money, moment, day }: MailFormat,
): MailSaid {
  const { paymentAction: action, currency, totalMinor } = order;
  const isPaid = hasPaid(order);
  // Whoever has paid nothing can have typed any name, and the address of somebody else.
  const name = isPaid ? nameWithoutLink(order.customerName) : null;
  const about = aboutMoney(kind, order, refund);
  // A part and its whole are told in one currency.
  const all = (refund?.presentment && order.presentment) ?? { amountMinor: totalMinor, currency };
  return {
    orderNumber: order.number,
    shop,
    name: name && isolated(name),
    way: paymentWay(order),
    amount: money(about.amountMinor, about.currency),
    total: money(all.amountMinor, all.currency),
    refunded: refundedPart(order, refund),
    deadline:
      action?.type === 'voucher' && action.expiresAt
        ? moment(new Date(action.expiresAt), voucherZone(order))
        : null,
    arrival: action?.type === 'microdeposits' ? day(new Date(action.arrivalDate)) : null,
    isPaid,
    isCancelled: order.cancelledAt !== null,
    isRefused: order.status === 'refused',
    isAllSent,
    hasEnd: Boolean(order.subscription?.endedAt ?? order.subscription?.cancelAt),
    goesOn: goesOn(order.subscription),
  };
}

/** Whether money has come in. Of an order that a person accepted, Stripe may say nothing clear. */
export const hasPaid = ({ paidAt, totalMinor, sessionState }: OrderRow): boolean =>
  paidAt !== null && totalMinor > 0 && sessionState !== 'checking';

/** The kind whose words are true of the order: a free one never hears that its payment has come in. */
export function trueKind(
  kind: MailKind,
  order: OrderRow,
  refund: OrderRefund | undefined,
): MailKind {
  switch (kind) {
    case 'confirmed':
    case 'paymentReceived':
      if (order.totalMinor === 0) return 'nothingToPay';
      return hasPaid(order) ? kind : 'confirmed';
    case 'nothingToPay':
      return order.totalMinor === 0 ? kind : 'confirmed';
    case 'refund':
    case 'refundPartial':
      return refundedPart(order, refund) === 'part' ? 'refundPartial' : 'refund';
    default:
      return kind;
  }
}

/** In minor units, in the currency that the shopper pays or gets it in. */
function aboutMoney(kind: MailKind, order: OrderRow, refund: OrderRefund | undefined) {
  const { paymentAction: action, currency, totalMinor } = order;
  if (refund) return refund.presentment ?? { amountMinor: refund.amountMinor, currency };
  if (kind === 'disputeLost')
    return { amountMinor: order.dispute?.amountMinor ?? totalMinor, currency };
  if (action?.type === 'voucher') return { amountMinor: action.amountMinor, currency };
  if (action?.type === 'bank_transfer')
    return { amountMinor: action.amountRemainingMinor, currency: action.currency };
  return { amountMinor: totalMinor, currency };
}

function refundedPart(
  { totalMinor, refundedMinor, refunds }: OrderRow,
  refund: OrderRefund | undefined,
): MailSaid['refunded'] {
  if (!refund || refund.amountMinor >= totalMinor) return 'all';
  const isLast = refunds.every(
    ({ status, createdAt }) => status !== 'succeeded' || createdAt <= refund.createdAt,
  );
  return isLast && refundedMinor >= totalMinor ? 'rest' : 'part';
}
