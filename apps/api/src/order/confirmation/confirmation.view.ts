import type { Confirmation } from '@shop/contract';
import type { PaymentAction } from '../../database/schema/tables';
import { isFinal, wasCharged } from '../order-status';
import { confirmationState, shownDispute } from './confirmation-state';
import type { ShownLine, ShownOrder } from './confirmation.repository';

/** For browsers that may see everything. */
export function fullView(order: ShownOrder, lines: ShownLine[], firstView: boolean): Confirmation {
  const state = confirmationState(order);
  const common = {
    ...orderView(order, lines),
    view: 'full' as const,
    customerName: order.customerName,
    email: order.email,
    locale: order.locale,
    paymentMethod: order.paymentMethod,
    receiptUrl: order.receiptUrl,
    shippingAddress: order.shippingAddress,
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

/** For everyone else who has the link: nothing that identifies the shopper. */
export function maskedView(order: ShownOrder, lines: ShownLine[]): Confirmation {
  return {
    ...orderView(order, lines),
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

function orderView(order: ShownOrder, lines: ShownLine[]) {
  return {
    orderNumber: order.number,
    createdAt: order.createdAt.toISOString(),
    final: isFinal(order.status),
    items: lines.map(({ name, imageUrl, quantity, recurring, unitAmountMinor }) => ({
      name,
      imageUrl,
      quantity,
      recurring,
      unitAmountMinor,
      amountMinor: unitAmountMinor * quantity,
    })),
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
    dispute: shownDispute(order),
  };
}
