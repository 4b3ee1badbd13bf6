import type { OrderSubscription, Recurring } from '@shop/contract';
import type { OrderLineRow, OrderRow, Subscription } from '../../database/schema/tables';
import { hasEndedUnpaid } from './ended-unpaid';
import { goesOn } from './subscription-standing';

type RenewableLine = Pick<OrderLineRow, 'quantity' | 'unitAmountMinor' | 'recurring'>;

/** Stripe's states of a subscription in which the next period is charged. */
const RENEWS = new Set(['active', 'trialing']);

/** How long a visit of Stripe's portal lasts without a click (https://docs.stripe.com/api/customer_portal/sessions). */
const PORTAL_MS = 60 * 60 * 1000;

/**
 * The subscription of an order as its shopper and its merchant are told it; null where nothing renews. Pure.
 * @param now a charge before that has been made: when the next one comes is not known then
 */
export function subscriptionView(
  order: Pick<OrderRow, 'status' | 'subscription'>,
  lines: RenewableLine[],
  now: Date,
): OrderSubscription | null {
  const { subscription } = order;
  if (!subscription && !lines.some(({ recurring }) => recurring)) return null;
  return {
    status: subscription?.status ?? null,
    renewals: renewalsLeft(order, lines),
    nextChargeAt: subscription && nextChargeOf(subscription, now),
    endsAt: subscription?.endedAt ?? subscription?.cancelAt ?? null,
  };
}

/**
 * Whether Stripe may know more of the subscription than the order: the period that the order knows has ended, or its
 * shopper has just been to Stripe's portal. Pure.
 */
export function isOutdated(
  { subscription, portalOpenedAt }: Pick<OrderRow, 'subscription' | 'portalOpenedAt'>,
  now: Date,
): boolean {
  if (!subscription) return false;
  if (portalOpenedAt && now.getTime() - portalOpenedAt.getTime() < PORTAL_MS) return true;
  const { status, currentPeriodEnd } = subscription;
  if (!RENEWS.has(status) || currentPeriodEnd === null) return false;
  return Date.parse(currentPeriodEnd) <= now.getTime();
}

function nextChargeOf(subscription: Subscription, now: Date): string | null {
  const { status, currentPeriodEnd } = subscription;
  if (!RENEWS.has(status) || currentPeriodEnd === null) return null;
  return isPaidToItsEnd(subscription) || Date.parse(currentPeriodEnd) <= now.getTime()
    ? null
    : currentPeriodEnd;
}

/** Whether somebody has ended it with the period that is paid, or before. */
const isPaidToItsEnd = ({ cancelAt, currentPeriodEnd }: Subscription) =>
  cancelAt !== null &&
  currentPeriodEnd !== null &&
  Date.parse(cancelAt) <= Date.parse(currentPeriodEnd);

/**
 * What is still to be charged: nothing where the order ended before its subscription began, or where that is over or ends
 * before the next charge. After a first payment that failed, Stripe goes on trying to be paid. Pure.
 */
export function renewalsLeft(
  { status, subscription }: Pick<OrderRow, 'status' | 'subscription'>,
  lines: RenewableLine[],
): OrderSubscription['renewals'] {
  const isOver = subscription
    ? !goesOn(subscription) || isPaidToItsEnd(subscription)
    : hasEndedUnpaid(status);
  return isOver ? [] : (subscription?.renewals ?? renewalsOf(lines));
}

/** How often a price is paid for again, such as `1 month`. */
export const intervalOf = ({ interval, intervalCount }: Recurring): string =>
  `${intervalCount} ${interval}`;

/** Lines with the same interval in one sum, in the order of the lines. */
export function renewalsOf(lines: RenewableLine[]): OrderSubscription['renewals'] {
  const renewals = new Map<string, { amountMinor: number; recurring: Recurring }>();
  for (const { quantity, unitAmountMinor, recurring } of lines) {
    if (!recurring) continue;
    const key = intervalOf(recurring);
    const before = renewals.get(key)?.amountMinor ?? 0;
    renewals.set(key, { amountMinor: before + unitAmountMinor * quantity, recurring });
  }
  return [...renewals.values()];
}
