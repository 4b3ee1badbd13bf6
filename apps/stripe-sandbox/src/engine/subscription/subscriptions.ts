import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { inRange, pageOf, type List } from '../list';
import { resourceMissing } from '../stripe-error';

export function getSubscription(engine: Engine, id: string): Stripe.Subscription {
  const subscription = engine.store.subscriptions.get(id);
  if (!subscription) throw resourceMissing('subscription', id, 'id', 404);
  return subscription;
}

/** Cancels the subscription now, without a refund. @param askedAt in seconds, if that was before */
export function cancelSubscription(
  engine: Engine,
  id: string,
  askedAt: number | null = null,
): Stripe.Subscription {
  const subscription = getSubscription(engine, id);
  if (subscription.status === 'canceled') throw resourceMissing('subscription', id, 'id', 404);
  const now = nowSeconds(engine.clock);
  Object.assign(subscription, { canceled_at: askedAt ?? now, ended_at: now, status: 'canceled' });
  engine.store.subscriptions.put(id, subscription);
  emit(engine, 'customer.subscription.deleted', subscription);
  return subscription;
}

export function listSubscriptions(
  engine: Engine,
  params: Stripe.SubscriptionListParams,
): List<Stripe.Subscription> {
  const matching = engine.store.subscriptions
    .newestFirst()
    .filter(
      (subscription) =>
        inRange(subscription.created, params.created) &&
        (params.customer === undefined || subscription.customer === params.customer) &&
        hasStatus(subscription, params.status),
    );
  return pageOf(matching, params, '/v1/subscriptions', 'subscription');
}

/** The statuses that a subscription never leaves. */
export const ENDED = ['canceled', 'incomplete_expired'];

function hasStatus({ status }: Stripe.Subscription, wanted?: string): boolean {
  if (wanted === undefined) return status !== 'canceled';
  return wanted === 'all' || (wanted === 'ended' ? ENDED.includes(status) : status === wanted);
}
