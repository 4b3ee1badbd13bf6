import type Stripe from 'stripe';
import { getCustomer } from '../customers';
import type { Engine } from '../engine.types';
import { mergeMetadata } from '../metadata';
import { attach } from '../payment/payment-methods';
import { usableMethod } from '../payment/usable-method';
import { invalidRequest, missingParam } from '../stripe-error';
import { collectInvoice, methodOf } from './collect-invoice';
import { recurringPrice } from './recurring-price';
import { invoiceOf, issue } from './subscription-invoice';
import { announce, newSubscription, trialEndOf, type NewSubscription } from './subscription-object';

type Params = Stripe.SubscriptionCreateParams;

/**
 * Makes a subscription without Checkout, and pays its first invoice. If that fails, the subscription is incomplete
 * and its invoice open. Throws if there is something to pay and nothing to pay it with.
 */
export function createSubscription(engine: Engine, params: Params): Stripe.Subscription {
  if (params.customer === undefined) throw missingParam('customer');
  const customer = getCustomer(engine, params.customer, 'customer', 400);
  const items = itemsOf(engine, params.items ?? []);
  const trialEnd = trialEndOf(engine, params);
  const subscription = newSubscription(engine, {
    owner: { customer: customer.id, customer_account: null },
    items,
    currency: items[0]?.price.currency ?? 'usd',
    trialEnd,
    defaultPaymentMethod: ownMethod(engine, params, customer.id),
    automaticTax: false,
    description: params.description ?? null,
    metadata: params.metadata,
    status: trialEnd === null ? 'incomplete' : 'trialing',
  });
  const missing = params.trial_settings?.end_behavior?.missing_payment_method;
  if (missing !== undefined) {
    subscription.trial_settings = {
      end_behavior: { billing_cycle_anchor: null, missing_payment_method: missing },
    };
  }
  const method = methodOf(engine, subscription);
  const waits = params.payment_behavior === 'default_incomplete';
  const invoice = invoiceOf(engine, subscription, 'subscription_create');
  if (invoice.amount_due > 0 && !method && !waits) {
    throw invalidRequest(NO_METHOD, { code: 'resource_missing' });
  }
  subscription.latest_invoice = invoice.id;
  engine.store.subscriptions.put(subscription.id, subscription);
  announce(engine, subscription);
  issue(engine, invoice);
  if (invoice.amount_due > 0 && method && !waits) collectInvoice(engine, invoice, method);
  return subscription;
}

function itemsOf(
  engine: Engine,
  wanted: Stripe.SubscriptionCreateParams.Item[],
): NewSubscription['items'] {
  if (wanted.length === 0) throw missingParam('items');
  return wanted.map((item, index) => {
    const param = `items[${index}][price]`;
    if (item.price === undefined) throw missingParam(param);
    const price = recurringPrice(engine, item.price, param);
    return { price, quantity: item.quantity ?? 1, metadata: mergeMetadata({}, item.metadata) };
  });
}

function ownMethod(engine: Engine, params: Params, customer: string): string | null {
  if (params.default_payment_method === undefined) return null;
  const method = usableMethod(engine, params.default_payment_method);
  attach(engine, method, { customer, customer_account: null });
  return method.object.id;
}

const NO_METHOD =
  'This customer has no attached payment source or default payment method. Please consider adding a default payment method. For more information, visit https://stripe.com/docs/billing/subscriptions/payment-methods-setting#payment-method-priority.';
