import type { OrderRow, Subscription } from '../../database/schema/tables';

/** What a subscription means for its order; see `subscriptionStanding`. */
export type SubscriptionStanding = 'none' | 'running' | 'unpaid' | 'over';

/**
 * Stripe's statuses of a subscription (https://docs.stripe.com/billing/subscriptions/overview#subscription-statuses).
 *
 * | status                       | standing | means                                                    |
 * |------------------------------|----------|----------------------------------------------------------|
 * | active, trialing, paused     | running  | nothing is owed                                          |
 * | past_due, unpaid             | unpaid   | the last payment failed; see `isRenewalUnpaid`           |
 * | canceled, incomplete_expired | over     | nothing renews any more                                  |
 * | incomplete, any other        | none     | it has not begun, or nobody knows: nothing follows of it |
 */
const STANDINGS: Readonly<Record<string, SubscriptionStanding>> = {
  active: 'running',
  trialing: 'running',
  paused: 'running',
  past_due: 'unpaid',
  unpaid: 'unpaid',
  canceled: 'over',
  incomplete_expired: 'over',
};

export const subscriptionStanding = (
  subscription: Pick<Subscription, 'status'> | null,
): SubscriptionStanding => (subscription ? (STANDINGS[subscription.status] ?? 'none') : 'none');

/** Whether Stripe can still charge it: also before it has begun, and where nobody knows what its status means. */
export const goesOn = (subscription: Pick<Subscription, 'status'> | null): boolean =>
  Boolean(subscription && subscriptionStanding(subscription) !== 'over');

/** Whether a renewal is what was not paid. In an order that was never paid, it is the order's own payment. */
export const isRenewalUnpaid = ({
  status,
  subscription,
}: Pick<OrderRow, 'status' | 'subscription'>): boolean =>
  status === 'paid' && subscriptionStanding(subscription) === 'unpaid';
