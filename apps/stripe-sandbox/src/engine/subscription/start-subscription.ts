import type Stripe from 'stripe';
import type { Payer } from '../checkout/payer';
import { rememberCustomer } from '../checkout/remember-customer';
import type { SessionRecord } from '../checkout/session-record';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { newId } from '../ids';
import { mergeMetadata } from '../metadata';
import { attach } from '../payment/payment-methods';
import type { PaymentMethodRecord } from '../payment/payment-method-record';
import { makeInvoice } from './make-invoice';
import { periodEnd } from './period';
import { planOf } from './plan';

/** Makes the subscription and its first invoice, after the shopper has paid or a trial has begun. */
export function startSubscription(
  engine: Engine,
  record: SessionRecord,
  payer: Payer,
  method: PaymentMethodRecord | null,
  intent: Stripe.PaymentIntent | null,
): void {
  const { object, params, lineItems } = record;
  const owner = rememberCustomer(engine, record, payer);
  if (method) attach(engine, method, owner);
  const data = params.subscription_data ?? {};
  const id = newId('sub');
  const start = nowSeconds(engine.clock);
  const trialEnd =
    data.trial_end ??
    (data.trial_period_days === undefined ? null : start + data.trial_period_days * 24 * 3600);
  const items = lineItems
    .filter((line) => line.price?.recurring)
    .map((line) => subscriptionItem(id, line, start, trialEnd));
  const subscription: Stripe.Subscription = {
    id,
    object: 'subscription',
    application: null,
    application_fee_percent: null,
    automatic_tax: {
      disabled_reason: null,
      enabled: object.automatic_tax.enabled,
      liability: object.automatic_tax.enabled ? { type: 'self' } : null,
    },
    billing_cycle_anchor: trialEnd ?? start,
    billing_cycle_anchor_config: null,
    billing_mode: { flexible: null, type: 'classic' },
    billing_schedules: [],
    billing_thresholds: null,
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
    collection_method: 'charge_automatically',
    created: start,
    currency: object.currency ?? 'usd',
    // The id of an account that is a customer is used in place of a customer's id.
    customer: owner.customer ?? owner.customer_account ?? '',
    customer_account: owner.customer_account,
    days_until_due: null,
    default_payment_method: method?.object.id ?? null,
    default_source: null,
    default_tax_rates: [],
    description: data.description ?? null,
    discounts: [],
    ended_at: null,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: { type: 'self' },
    },
    items: {
      object: 'list',
      data: items,
      has_more: false,
      url: `/v1/subscription_items?subscription=${id}`,
    },
    latest_invoice: null,
    livemode: false,
    managed_payments: null,
    metadata: mergeMetadata({}, data.metadata),
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection: null,
    payment_settings: {
      payment_method_options: null,
      payment_method_types: null,
      save_default_payment_method: 'off',
    },
    pending_invoice_item_interval: null,
    pending_setup_intent: null,
    pending_update: null,
    schedule: null,
    start_date: start,
    status: trialEnd === null ? 'active' : 'trialing',
    test_clock: null,
    transfer_data: null,
    trial_end: trialEnd,
    trial_settings: {
      end_behavior: { billing_cycle_anchor: null, missing_payment_method: 'create_invoice' },
    },
    trial_start: trialEnd === null ? null : start,
  };
  engine.store.subscriptions.put(id, subscription);
  const invoice = makeInvoice(engine, { record, subscription, payer, intent });
  subscription.latest_invoice = invoice.id;
  object.subscription = id;
  object.invoice = invoice.id;
  emit(engine, 'customer.subscription.created', subscription);
}

function subscriptionItem(
  subscriptionId: string,
  line: Stripe.LineItem,
  start: number,
  trialEnd: number | null,
): Stripe.SubscriptionItem {
  const price = line.price as Stripe.Price;
  return {
    id: newId('si'),
    object: 'subscription_item',
    billing_thresholds: null,
    created: start,
    current_period_end: trialEnd ?? periodEnd(start, price.recurring),
    current_period_start: start,
    current_trial: null,
    discounts: [],
    metadata: {},
    plan: planOf(price),
    price,
    quantity: line.quantity ?? 1,
    subscription: subscriptionId,
    tax_rates: [],
  };
}
