import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { newId } from '../ids';
import { mergeMetadata } from '../metadata';
import type { Owner } from '../payment/payment-method-record';
import { periodEnd } from './period';
import { planOf } from './plan';

/** What makes one subscription differ from another; its other fields are derived. */
export interface NewSubscription {
  owner: Owner;
  items: { price: Stripe.Price; quantity: number; metadata?: Stripe.Metadata }[];
  currency: string;
  /** Seconds; null without a trial. */
  trialEnd: number | null;
  defaultPaymentMethod: string | null;
  automaticTax: boolean;
  description: string | null;
  metadata: Stripe.SubscriptionCreateParams['metadata'];
  status: Stripe.Subscription.Status;
}

const A_DAY_S = 24 * 3600;

/** A subscription that begins now. Nothing is stored, and no event is sent. */
export function newSubscription(engine: Engine, wanted: NewSubscription): Stripe.Subscription {
  const id = newId('sub');
  const start = nowSeconds(engine.clock);
  const { owner, trialEnd } = wanted;
  const items = wanted.items.map((item) => subscriptionItem(id, item, start, trialEnd));
  return {
    id,
    object: 'subscription',
    application: null,
    application_fee_percent: null,
    automatic_tax: {
      disabled_reason: null,
      enabled: wanted.automaticTax,
      liability: wanted.automaticTax ? { type: 'self' } : null,
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
    currency: wanted.currency,
    // The id of an account that is a customer is used in place of a customer's id.
    customer: owner.customer ?? owner.customer_account ?? '',
    customer_account: owner.customer_account,
    days_until_due: null,
    default_payment_method: wanted.defaultPaymentMethod,
    default_source: null,
    default_tax_rates: [],
    description: wanted.description,
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
    metadata: mergeMetadata({}, wanted.metadata),
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
    status: wanted.status,
    test_clock: null,
    transfer_data: null,
    trial_end: trialEnd,
    trial_settings: {
      end_behavior: { billing_cycle_anchor: null, missing_payment_method: 'create_invoice' },
    },
    trial_start: trialEnd === null ? null : start,
  };
}

/** When a trial ends that is given as a time or as a number of days; null for none. */
export function trialEndOf(
  engine: Engine,
  params: { trial_end?: number | 'now' | undefined; trial_period_days?: number | undefined },
): number | null {
  const { trial_end: end, trial_period_days: days } = params;
  if (typeof end === 'number') return end;
  return days === undefined ? null : nowSeconds(engine.clock) + days * A_DAY_S;
}

/**
 * Tells that a subscription has begun, and, if its trial has three days or less to go, that it will end soon. Longer
 * trials are not announced later: here they end when somebody says so.
 */
export function announce(engine: Engine, subscription: Stripe.Subscription): void {
  emit(engine, 'customer.subscription.created', subscription);
  const { trial_end: end } = subscription;
  if (end !== null && end - nowSeconds(engine.clock) <= 3 * A_DAY_S) {
    emit(engine, 'customer.subscription.trial_will_end', subscription);
  }
}

function subscriptionItem(
  subscriptionId: string,
  { price, quantity, metadata = {} }: NewSubscription['items'][number],
  start: number,
  trialEnd: number | null,
): Stripe.SubscriptionItem {
  return {
    id: newId('si'),
    object: 'subscription_item',
    billing_thresholds: null,
    created: start,
    current_period_end: trialEnd ?? periodEnd(start, price.recurring),
    current_period_start: start,
    current_trial: null,
    discounts: [],
    metadata,
    plan: planOf(price),
    price,
    quantity,
    subscription: subscriptionId,
    tax_rates: [],
  };
}
