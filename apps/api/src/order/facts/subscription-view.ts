import type { OrderSubscription, Recurring } from '@shop/contract';
import type { OrderLineRow, OrderRow, Subscription } from '../../database/schema/tables';

/** Stripe's states of a subscription in which the next period is charged. */
const RENEWS = new Set(['active', 'trialing']);

/**
 * The subscription of an order as its shopper and its merchant are told it; null where nothing renews. Pure.
 * @param now a charge before that has been made: when the next one comes is not known then
 */
export function subscriptionView(
  { subscription }: Pick<OrderRow, 'subscription'>,
  lines: Pick<OrderLineRow, 'quantity' | 'unitAmountMinor' | 'recurring'>[],
  now: Date,
): OrderSubscription | null {
  const renewals = renewalsOf(lines);
  if (renewals.length === 0 && !subscription) return null;
  return {
    status: subscription?.status ?? null,
    renewals,
    nextChargeAt: subscription && nextChargeOf(subscription, now),
    endsAt: subscription?.endedAt ?? subscription?.cancelAt ?? null,
  };
}

/** Whether the period that the order knows has ended: Stripe knows the next one. */
export function isOutdated({ subscription }: Pick<OrderRow, 'subscription'>, now: Date): boolean {
  if (!subscription || !RENEWS.has(subscription.status)) return false;
  const { currentPeriodEnd } = subscription;
  return currentPeriodEnd !== null && Date.parse(currentPeriodEnd) <= now.getTime();
}

function nextChargeOf(subscription: Subscription, now: Date): string | null {
  const { status, cancelAt, currentPeriodEnd } = subscription;
  if (!RENEWS.has(status) || currentPeriodEnd === null) return null;
  const ends = cancelAt !== null && Date.parse(cancelAt) <= Date.parse(currentPeriodEnd);
  return ends || Date.parse(currentPeriodEnd) <= now.getTime() ? null : currentPeriodEnd;
}

/** What is charged again: lines with the same interval in one sum, in the order of the lines. */
export function renewalsOf(
  lines: Pick<OrderLineRow, 'quantity' | 'unitAmountMinor' | 'recurring'>[],
): OrderSubscription['renewals'] {
  const renewals = new Map<string, { amountMinor: number; recurring: Recurring }>();
  for (const { quantity, unitAmountMinor, recurring } of lines) {
    if (!recurring) continue;
    const key = `${recurring.intervalCount} ${recurring.interval}`;
    const before = renewals.get(key)?.amountMinor ?? 0;
    renewals.set(key, { amountMinor: before + unitAmountMinor * quantity, recurring });
  }
  return [...renewals.values()];
}
