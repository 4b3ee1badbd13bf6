import type { Confirmation, FullConfirmation, OrderShipment } from '@shop/contract';
import type { ShopFile } from '@shop/shop-file';
import type { OrderInvoice, PaymentAction } from '../../database/schema/tables';
import { cancellationView } from '../facts/cancellation-view';
import { changeEnd, whyAddressFixed, whyNotCancellable } from '../change-rules';
import type { ChangeRefusal } from '../change-rules';
import { choicesOf } from '../facts/choices';
import { confirmationState, shownDispute } from '../facts/confirmation-state';
import { shopStatus } from '../facts/shop-status';
import { subscriptionView } from '../facts/subscription-view';
import { withdrawalEnd } from '../facts/withdrawal-period';
import { writtenAddress } from '../facts/written-address';
import { isFinal, wasCharged } from '../order-status';
import type { ShownLine, ShownOrder, ShownWithLines } from './confirmation.repository';
import { lastMail } from './last-mail';

/** By what the views judge beside the order. */
export interface ViewRules {
  withdrawal: ShopFile['withdrawal'];
  /** `cancellation.minutes` of the shop file. */
  minutes: number;
  now: Date;
  /** Whether Stripe can know no more: it was asked just now, or the order changes by events alone. */
  isCurrent: boolean;
}

/** For browsers that may see everything. */
export function fullView(
  shown: ShownWithLines,
  resend: FullConfirmation['resend'],
  firstView: boolean,
  rules: ViewRules,
): Confirmation {
  const { order, mail } = shown;
  const state = confirmationState(order);
  const common = {
    ...orderView(shown, rules),
    shipments: shipmentsView(shown),
    view: 'full' as const,
    customerName: order.customerName,
    email: order.email,
    locale: order.language ?? order.locale,
    paymentMethod: order.paymentMethod,
    receiptUrl: order.receiptUrl,
    shippingAddress: order.shippingAddress && {
      ...order.shippingAddress,
      ...writtenAddress(order.shippingAddress),
    },
    ...changesView(shown, rules),
    phone: order.phone,
    ...choicesOf(order),
    customFields: order.customFields.map(({ label, text }) => ({ label, text })),
    invoice: order.invoice && invoiceView(order.invoice),
    mail: lastMail(mail, order),
    resend,
    firstView,
  };
  switch (state) {
    case 'open':
      return { ...common, state, checkoutUrl: order.sessionUrl };
    case 'awaiting_voucher':
      return { ...common, state, voucherUrl: order.voucherUrl, voucher: voucherView(order) };
    case 'awaiting_bank_transfer':
      return { ...common, state, bankTransfer: bankTransferView(order) };
    case 'awaiting_microdeposits':
      return { ...common, state, ...microdepositsView(order) };
    case 'expired':
      return { ...common, state, recoveryUrl: order.recoveryUrl };
    default:
      return { ...common, state };
  }
}

/** What the shopper can still change. */
function changesView({ order, lines }: ShownWithLines, rules: ViewRules) {
  const end = changeEnd(order, rules.minutes).toISOString();
  // An end that is over tells the shopper that it is.
  const isOpen = (refusal?: ChangeRefusal) =>
    refusal === undefined || (refusal.code === 'CHANGES_TOO_LATE' && !order.shippedStatus);
  return {
    addressCorrectedAt: order.addressCorrectedAt && order.addressCorrectedAt.toISOString(),
    cancellableUntil: isOpen(whyNotCancellable(order, lines, rules)) ? end : null,
    addressCorrectableUntil: isOpen(whyAddressFixed(order, rules)) ? end : null,
  };
}

const invoiceView = ({ number, url, pdfUrl }: OrderInvoice) => ({ number, url, pdfUrl });

/** For everyone else who has the link: nothing that identifies the shopper. */
export function maskedView(shown: ShownWithLines, rules: ViewRules): Confirmation {
  const { order } = shown;
  return {
    ...orderView(shown, rules),
    // Whoever knows a parcel's number sees at the carrier where it goes.
    shipments: shipmentsView(shown).map((parcel) => ({
      ...parcel,
      carrier: null,
      trackingNumber: null,
      trackingUrl: null,
    })),
    state: confirmationState(order),
    view: 'masked',
    maskedEmail: order.email && maskEmail(order.email),
  };
}

/** jenny.rosen@example.com → j•••@e•••.com */
export function maskEmail(email: string): string | null {
  const match = /^(.).*@(.).*(\.[^.@]+)$/u.exec(email);
  return match && `${match[1]}•••@${match[2]}•••${match[3]}`;
}

function actionOf<Type extends PaymentAction['type']>(order: ShownOrder, type: Type) {
  const { paymentAction } = order;
  return paymentAction?.type === type
    ? (paymentAction as Extract<PaymentAction, { type: Type }>)
    : null;
}

function voucherView(order: ShownOrder) {
  const action = actionOf(order, 'voucher');
  if (!action) return null;
  const { number, amountMinor, expiresAt } = action;
  return { number, amountMinor, expiresAt };
}

function bankTransferView(order: ShownOrder) {
  const action = actionOf(order, 'bank_transfer');
  if (!action) return null;
  const { amountRemainingMinor, currency, reference, url } = action;
  return { amountRemainingMinor, currency, reference, instructionsUrl: url };
}

function microdepositsView(order: ShownOrder) {
  const action = actionOf(order, 'microdeposits');
  return { verificationUrl: action?.url ?? null, arrivalDate: action?.arrivalDate ?? null };
}

/** How long a shop takes at most, as far as anybody can say, to get an order ready. */
const PREPARING_MS = 7 * 24 * 60 * 60 * 1000;

/** A shop that tells of no parcels does not prepare an order for ever. */
function toldShopStatus(order: ShownOrder, lines: ShownLine[], now: Date) {
  const status = shopStatus(order, lines);
  const isOld = now.getTime() - (order.paidAt ?? now).getTime() > PREPARING_MS;
  return status === 'preparing' && isOld ? null : status;
}

/** Positions of lines are places in the order's items. */
function shipmentsView({ shipments }: ShownWithLines): OrderShipment[] {
  return (shipments ?? []).map(({ lines, shippedAt, deliveredAt, ...parcel }) => ({
    ...parcel,
    shippedAt: new Date(shippedAt).toISOString(),
    deliveredAt: deliveredAt && new Date(deliveredAt).toISOString(),
    items: lines.map(({ position, quantity }) => ({ index: position, quantity })),
  }));
}

function orderView({ order, lines, shipments }: ShownWithLines, rules: ViewRules) {
  const { withdrawal, now, isCurrent } = rules;
  const until = withdrawalEnd(withdrawal, { order, lines, parcels: shipments ?? [] }, now);
  return {
    orderNumber: order.number,
    createdAt: order.createdAt.toISOString(),
    paidAt: order.paidAt && order.paidAt.toISOString(),
    withdrawableUntil: until && now < until ? until.toISOString() : null,
    // The refund of a cancelled order is asked for by a job.
    final: isFinal(order.status) && isCurrent && order.cancelRefund !== 'due',
    items: lines.map(
      ({ stripePriceId, name, variant, lang, imageUrl, quantity, recurring, unitAmountMinor }) => ({
        priceId: stripePriceId,
        name,
        variant,
        lang,
        imageUrl,
        quantity,
        recurring,
        unitAmountMinor,
        amountMinor: unitAmountMinor * quantity,
      }),
    ),
    amounts: {
      currency: order.currency,
      subtotalMinor: order.subtotalMinor,
      discountMinor: order.discountMinor,
      shippingMinor: order.shippingMinor,
      taxMinor: order.taxMinor,
      taxIncludedMinor: order.taxIncludedMinor,
      totalMinor: order.totalMinor,
      refundedMinor: order.refundedMinor,
      presentment: wasCharged(order) ? order.presentment : null,
    },
    refunds: order.refunds.map(({ amountMinor, status, presentment, createdAt }) => ({
      amountMinor,
      status,
      presentment,
      createdAt,
    })),
    subscription: subscriptionView(order, lines, now),
    dispute: shownDispute(order),
    cancellation: cancellationView(order),
    shopStatus: toldShopStatus(order, lines, now),
  };
}
