import type Stripe from 'stripe';
import { applyChanges, change } from '../changes';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { mergeMetadata } from '../metadata';
import { invalidRequest } from '../stripe-error';
import { changedItems } from './change-items';
import { collectInvoice, methodOf, moveSubscription } from './collect-invoice';
import { periodEnd } from './period';
import { invoiceOf, issue } from './subscription-invoice';
import { cancelSubscription, getSubscription } from './subscriptions';

/** Changes a subscription. `trial_end: now` ends its trial: the first period begins, and its invoice is due. */
export function updateSubscription(
  engine: Engine,
  id: string,
  params: Stripe.SubscriptionUpdateParams,
): Stripe.Subscription {
  const subscription = getSubscription(engine, id);
  if (params.trial_end === 'now') endTrial(engine, subscription);
  const items = params.items && changedItems(engine, subscription, params.items);
  const changed = {
    ...applyChanges(subscription, params, ['cancel_at_period_end', 'description']),
    ...(items && change(subscription, { items })),
  };
  Object.assign(changed, change(subscription, endingOf(engine, subscription, params)));
  subscription.metadata = mergeMetadata(subscription.metadata, params.metadata);
  engine.store.subscriptions.put(id, subscription);
  emit(engine, 'customer.subscription.updated', subscription, changed);
  return subscription;
}

/** When it ends with its period, and when somebody asked for that last. */
function endingOf(
  engine: Engine,
  { cancel_at_period_end: isEnding, items, canceled_at: askedAt }: Stripe.Subscription,
  { cancel_at_period_end: asked }: Stripe.SubscriptionUpdateParams,
): Pick<Stripe.Subscription, 'cancel_at' | 'canceled_at'> {
  return {
    cancel_at: isEnding ? (items.data[0]?.current_period_end ?? null) : null,
    canceled_at: asked === undefined ? askedAt : asked ? nowSeconds(engine.clock) : null,
  };
}

/** Without a payment method, the subscription's `trial_settings` say what happens. */
function endTrial(engine: Engine, subscription: Stripe.Subscription): void {
  if (subscription.status !== 'trialing') {
    throw invalidRequest('This subscription is not in a trial.', { param: 'trial_end' });
  }
  const start = nowSeconds(engine.clock);
  subscription.trial_end = start;
  const method = methodOf(engine, subscription);
  const { missing_payment_method: missing } = subscription.trial_settings?.end_behavior ?? {};
  if (!method && missing === 'cancel') {
    cancelSubscription(engine, subscription.id);
    return;
  }
  if (!method && missing === 'pause') {
    subscription.status = 'paused';
    emit(engine, 'customer.subscription.paused', subscription);
    return;
  }
  subscription.status = 'active';
  for (const item of subscription.items.data) {
    item.current_period_start = start;
    item.current_period_end = periodEnd(start, item.price.recurring);
  }
  const invoice = invoiceOf(engine, subscription, 'subscription_update');
  subscription.latest_invoice = invoice.id;
  issue(engine, invoice);
  if (invoice.amount_due === 0) return;
  if (method) collectInvoice(engine, invoice, method);
  else moveSubscription(engine, invoice, 'declined');
}
