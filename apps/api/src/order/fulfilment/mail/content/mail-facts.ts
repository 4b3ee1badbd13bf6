import type { OrderRow } from '../../../../database/schema/tables';
import type { SupportedLocale } from '../mail-locale';
import type { Translate } from '../mail-messages';
import { factLabels, labels } from '../messages/labels';
import type { MailSaid } from '../messages/mail-said';
import { mailAddress } from './mail-address';
import type { MailFact, MailLink } from './mail-content';
import type { MailFormat } from './mail-format';
import { hasPaid } from './mail-said';
import { paymentMethodName } from './payment-method';

/** What the shopper needs to pay, while that is open. */
export function toDoOf(
  order: OrderRow,
  said: Pick<MailSaid, 'deadline' | 'arrival'>,
  translate: Translate,
  { money }: MailFormat,
): MailFact[] {
  const fact = (label: keyof typeof factLabels, line: string | null): MailFact[] =>
    line ? [{ label: translate(factLabels[label]), lines: [line] }] : [];
  const action = openAction(order);
  switch (action?.type) {
    case 'voucher':
      return [
        ...fact('leftToPay', money(action.amountMinor, order.currency)),
        ...fact('voucherNumber', action.number),
        ...fact('payBy', said.deadline),
      ];
    case 'bank_transfer':
      return [
        ...fact('leftToPay', money(action.amountRemainingMinor, action.currency)),
        ...fact('reference', action.reference),
      ];
    case 'microdeposits':
      return fact('depositsArrive', said.arrival);
    case undefined:
      return [];
  }
}

/**
 * Stripe's page for the next step, or the carrier's of a parcel, then the order's own.
 * @param trackingUrl of the parcel that the e-mail is about
 */
export function linksOf(
  order: OrderRow,
  orderUrl: string,
  trackingUrl: string | null,
  translate: Translate,
): MailLink[] {
  const action = openAction(order);
  const next = {
    voucher: labels.openVoucher,
    bank_transfer: labels.openInstructions,
    microdeposits: labels.confirmDeposits,
  };
  return [
    ...(action?.url && /^https?:/.test(action.url)
      ? [{ text: translate(next[action.type]), url: action.url }]
      : []),
    ...(trackingUrl ? [{ text: translate(labels.track), url: trackingUrl }] : []),
    { text: translate(labels.see), url: orderUrl },
  ];
}

/** To the page that declares a withdrawal: for an order whose period runs. */
export const withdrawLink = (
  { number }: Pick<OrderRow, 'number'>,
  shopUrl: string,
  translate: Translate,
): MailLink => ({
  text: translate(labels.withdraw),
  url: `${shopUrl}/order/withdraw?order=${encodeURIComponent(number)}`,
});

/** How it is paid, and where it goes. Whoever has paid nothing can have typed any address. */
export function factsOf(
  order: OrderRow,
  translate: Translate,
  locale: SupportedLocale,
): MailFact[] {
  const { paymentMethod, shippingAddress, totalMinor } = order;
  const address = hasPaid(order) && shippingAddress ? mailAddress(shippingAddress, locale) : [];
  return [
    ...(paymentMethod && totalMinor > 0
      ? [
          {
            label: translate(factLabels.paymentMethod),
            lines: [paymentMethodName(paymentMethod, translate)],
          },
        ]
      : []),
    ...(address.length > 0
      ? [{ label: translate(factLabels.shippingAddress), lines: address }]
      : []),
  ];
}

const openAction = ({ status, paymentAction }: OrderRow) =>
  status === 'processing' || status === 'pending' ? paymentAction : null;
