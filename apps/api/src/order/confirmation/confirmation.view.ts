import type { Confirmation, ConfirmationState } from '@shop/contract';
import { isFinal } from '../order-status';
import type { ShownLine, ShownOrder } from './confirmation.repository';

/**
 * The state that the page shows. The order's status comes first, because it can be ahead of its session's state; refunds
 * and disputes then replace the state of a paid order.
 */
function confirmationState(order: ShownOrder): ConfirmationState {
  switch (order.status) {
    case 'paid':
      if (order.disputedAt) return 'disputed';
      if (order.refundedMinor > 0) {
        return order.refundedMinor >= order.totalMinor ? 'refunded' : 'partially_refunded';
      }
      return order.sessionState === 'nothing_to_pay' ? 'nothing_to_pay' : 'confirmed';
    case 'processing':
      return order.sessionState === 'awaiting_voucher' ? 'awaiting_voucher' : 'processing';
    case 'pending':
      return order.sessionState === 'checking' ? 'checking' : 'open';
    case 'needs_review':
      return 'checking';
    case 'refused':
      return refusedState(order);
    case 'payment_failed':
    case 'expired':
      return order.status;
  }
}

/** A person has refused the order: it was refunded, or it was never paid. */
function refusedState({ sessionState, refundedMinor }: ShownOrder): ConfirmationState {
  if (refundedMinor > 0) return 'refunded';
  return sessionState === 'expired' || sessionState === 'payment_failed' ? sessionState : 'expired';
}

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
      return { ...common, state, voucherUrl: order.voucherUrl };
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
      totalMinor: order.totalMinor,
      refundedMinor: order.refundedMinor,
      presentment: order.presentment,
    },
  };
}
