import type Stripe from 'stripe';
import type { OrderRow, Subscription } from '../../database/schema/tables';
import { recurringOf } from '../../stripe/read-product';
import { renewalsOf } from '../facts/subscription-view';
import { isoOf } from './after-payment';
import { idOf } from './session-snapshot';
import type { SessionSnapshot } from './session-snapshot';

/**
 * The columns that repeat what Stripe says of a session's subscription. What the API key may not read keeps the value that
 * the order has.
 */
export function subscriptionValues(
  order: Pick<OrderRow, 'subscription'>,
  { session, subscription }: SessionSnapshot,
): Pick<OrderRow, 'stripeSubscriptionId' | 'subscription'> {
  return {
    stripeSubscriptionId: idOf(session.subscription),
    subscription:
      subscription === 'unknown'
        ? order.subscription
        : subscription && readSubscription(subscription, session.currency),
  };
}

/** Each item has a period of its own (https://docs.stripe.com/api/subscription_items/object): the first to end is charged next. */
function readSubscription(
  subscription: Stripe.Subscription,
  currency: string | null,
): Subscription {
  const ends = subscription.items.data.map((item) => item.current_period_end);
  const cancelAt =
    subscription.cancel_at ?? (subscription.cancel_at_period_end ? Math.max(...ends) : null);
  const renewals = renewalsIn(subscription, currency);
  return {
    status: subscription.status,
    stripeCustomerId: idOf(subscription.customer),
    currentPeriodEnd: isoTime(ends.length > 0 ? Math.min(...ends) : null),
    cancelAt: isoTime(cancelAt),
    endedAt: isoTime(subscription.ended_at),
    ...(renewals && { renewals }),
  };
}

/** What its items come to in the order's currency: they can be others than its lines, once somebody has changed them. */
function renewalsIn(
  { items }: Stripe.Subscription,
  currency: string | null,
): Subscription['renewals'] {
  const lines = items.data.flatMap((item) => lineOf(item, currency));
  return lines.length === items.data.length && !items.has_more ? renewalsOf(lines) : undefined;
}

/** None where the price alone does not say what so many cost: with tiers, by use, by the package, in another currency. */
function lineOf({ price, quantity }: Stripe.SubscriptionItem, currency: string | null) {
  const recurring = recurringOf(price);
  const { unit_amount: unitAmountMinor, transform_quantity: packages } = price;
  if (!recurring || unitAmountMinor === null || quantity === undefined) return [];
  return packages || price.currency !== currency ? [] : [{ quantity, unitAmountMinor, recurring }];
}

const isoTime = (seconds: number | null) => (seconds === null ? null : isoOf(seconds));
