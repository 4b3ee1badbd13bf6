import type { MerchantEvent, MerchantEventType, MerchantOrder } from '@shop/contract';
import type { WithdrawalRow } from '../../../database/schema/withdrawal-tables';
import type { OrderLineRow, OrderRow } from '../../../database/schema/tables';
import { cancellationView } from '../../facts/cancellation-view';
import { choicesOf } from '../../facts/choices';
import { confirmationState } from '../../facts/confirmation-state';
import { subscriptionView } from '../../facts/subscription-view';
import { isDue } from '../../facts/goods-due';
import { lineIdOf, shipmentView } from '../../facts/shipment-view';
import { isShippable, shopStatus } from '../../facts/shop-status';
import type { Shipment } from '../../facts/shop-status';
import type { StepSubject } from '../fulfilment-step';

/** An event about an order as it is now. Pure; the contract's merchantEventSchema says what each field means. */
export function merchantEvent(
  type: MerchantEventType,
  {
    order,
    lines,
    shipments,
    sequence,
    stagedAt,
    withdrawal,
  }: Omit<StepSubject, 'id' | 'triggerId'>,
  now: Date,
): MerchantEvent {
  const data = merchantOrder(order, lines, shipments, now);
  const declared = withdrawal && { withdrawal: withdrawalOf(withdrawal) };
  return { type, timestamp: stagedAt.toISOString(), sequence, ...declared, data };
}

function withdrawalOf(row: WithdrawalRow): NonNullable<MerchantEvent['withdrawal']> {
  const { reference, receivedAt, name, email, items, reason, hash } = row;
  return { reference, receivedAt: receivedAt.toISOString(), name, email, items, reason, hash };
}

/** The order as every event tells it. Pure. */
export function merchantOrder(
  order: OrderRow,
  lines: OrderLineRow[],
  shipments: Shipment[],
  now: Date,
): MerchantOrder {
  return {
    orderNumber: order.number,
    status: confirmationState(order),
    goodsDue: isDue(order),
    mode: order.mode,
    createdAt: order.createdAt.toISOString(),
    paidAt: order.paidAt?.toISOString() ?? null,
    stripeSessionId: order.stripeSessionId,
    stripePaymentIntentId: order.stripePaymentIntentId,
    stripeAccountId: order.stripeAccountId,
    currency: order.currency,
    totalMinor: order.totalMinor,
    amounts: amountsOf(order),
    refunds: order.refunds,
    dispute: order.dispute,
    stripeSubscriptionId: order.stripeSubscriptionId,
    subscription: subscriptionView(order, lines, now),
    customerName: order.customerName,
    email: order.email,
    phone: order.phone,
    locale: order.locale,
    shippingAddress: order.shippingAddress,
    addressVersion: order.addressVersion,
    cancellation: cancellationView(order),
    paymentMethod: order.paymentMethod,
    ...choicesOf(order),
    lines: lines.map((line) => lineOf(order, line)),
    shopStatus: shopStatus(order, lines),
    shipments: shipments.map((one) => shipmentView(order.number, one)),
  };
}

function amountsOf(order: OrderRow): MerchantOrder['amounts'] {
  const { currency, subtotalMinor, discountMinor, shippingMinor, taxMinor, taxIncludedMinor } =
    order;
  const { totalMinor, refundedMinor } = order;
  return {
    currency,
    subtotalMinor,
    discountMinor,
    shippingMinor,
    taxMinor,
    taxIncludedMinor,
    totalMinor,
    refundedMinor,
    // What Stripe quoted for an order that was never paid was not charged.
    presentment: order.paidAt ? order.presentment : null,
  };
}

function lineOf({ number }: OrderRow, line: OrderLineRow): MerchantOrder['lines'][number] {
  const { position, stripeProductId, stripePriceId, name, quantity, unitAmountMinor } = line;
  return {
    id: lineIdOf(number, position),
    stripeProductId,
    stripePriceId,
    name,
    variant: line.variant,
    lang: line.lang,
    quantity,
    unitAmountMinor,
    amountMinor: unitAmountMinor * quantity,
    recurring: line.recurring,
    needsShipping: isShippable(line),
  };
}
