import type Stripe from 'stripe';
import type { OrderRow, Subscription } from '../../database/schema/tables';
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
        : subscription && readSubscription(subscription),
  };
}

/** Each item has a period of its own (https://docs.stripe.com/api/subscription_items/object): the first to end is charged next. */
function readSubscription(subscription: Stripe.Subscription): Subscription {
  const ends = subscription.items.data.map((item) => item.current_period_end);
  const cancelAt =
    subscription.cancel_at ?? (subscription.cancel_at_period_end ? Math.max(...ends) : null);
  return {
    status: subscription.status,
    stripeCustomerId: idOf(subscription.customer),
    currentPeriodEnd: isoTime(ends.length > 0 ? Math.min(...ends) : null),
    cancelAt: isoTime(cancelAt),
    endedAt: isoTime(subscription.ended_at),
  };
}

const isoTime = (seconds: number | null) => (seconds === null ? null : isoOf(seconds));
