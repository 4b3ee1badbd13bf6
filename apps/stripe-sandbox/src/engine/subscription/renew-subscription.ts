import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { newId } from '../ids';
import type { CardBehaviour } from '../payment/cards';
import { invoiceNumber, linkInvoice, totalsOf } from '../invoice/invoice-object';
import { getInvoice, markPaid } from '../invoice/invoices';
import { invoiceIntent } from '../invoice/pay-invoice';
import { settleIntent } from '../payment/confirm-intent';
import { invalidRequest } from '../stripe-error';
import { collectInvoice, followPayment, methodOf, moveSubscription } from './collect-invoice';
import { periodEnd } from './period';
import { lineOf } from './subscription-invoice';
import { cancelSubscription, getSubscription } from './subscriptions';

type Outcome = 'paid' | 'failed';

const NO_FUNDS: CardBehaviour = {
  decline: {
    code: 'card_declined',
    declineCode: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
  },
};

/**
 * The next billing period begins now, and its invoice is paid or not (then the subscription is past due). A
 * subscription that was to end with the period is canceled instead. Throws for a canceled subscription.
 */
export function renewSubscription(
  engine: Engine,
  id: string,
  outcome: Outcome,
): Stripe.Subscription {
  const subscription = getSubscription(engine, id);
  const { cancel_at_period_end: isEnding, canceled_at: askedAt } = subscription;
  if (isEnding) return cancelSubscription(engine, id, askedAt);
  if (!['active', 'trialing', 'past_due'].includes(subscription.status)) {
    throw invalidRequest(`This subscription is ${subscription.status}.`);
  }
  for (const item of subscription.items.data) {
    item.current_period_start = item.current_period_end;
    item.current_period_end = periodEnd(item.current_period_start, item.price.recurring);
  }
  const invoice = renewalInvoice(engine, subscription);
  subscription.latest_invoice = invoice.id;
  emit(engine, 'invoice.created', invoice);
  emit(engine, 'invoice.finalized', invoice);
  collect(engine, subscription, invoice, outcome);
  return subscription;
}

/** The customer pays an open invoice after all; the subscription is active again. */
export function payInvoice(engine: Engine, id: string): Stripe.Invoice {
  const invoice = getInvoice(engine, id);
  const subscriptionId = invoice.parent?.subscription_details?.subscription;
  if (invoice.status !== 'open' || typeof subscriptionId !== 'string') {
    throw invalidRequest(`This invoice is ${invoice.status}.`);
  }
  collect(engine, getSubscription(engine, subscriptionId), invoice, 'paid');
  return invoice;
}

/** The bank does what `outcome` says, whatever the card would do; a debit ends at once. */
function collect(
  engine: Engine,
  subscription: Stripe.Subscription,
  invoice: Stripe.Invoice,
  outcome: Outcome,
): void {
  if (invoice.amount_due === 0) {
    markPaid(engine, invoice);
    moveSubscription(engine, invoice, 'succeeded');
    return;
  }
  const known = methodOf(engine, subscription);
  if (!known) throw invalidRequest('This subscription has no payment method.');
  const method = { ...known, behaviour: outcome === 'paid' ? {} : NO_FUNDS };
  const attempt = collectInvoice(engine, invoice, method);
  if (attempt.outcome !== 'processing') return;
  const intent = invoiceIntent(engine, invoice);
  settleIntent(engine, intent, method);
  followPayment(engine, intent);
}

/** The items in the new period; everything else is as on the invoice before. */
function renewalInvoice(engine: Engine, subscription: Stripe.Subscription): Stripe.Invoice {
  const before = getInvoice(engine, subscription.latest_invoice as string);
  const id = newId('in');
  const now = nowSeconds(engine.clock);
  const data = subscription.items.data.map((item) => lineOf(engine, id, subscription, item));
  const invoice: Stripe.Invoice = {
    ...structuredClone(before),
    id,
    attempt_count: 0,
    attempted: false,
    billing_reason: 'subscription_cycle',
    created: now,
    effective_at: now,
    lines: { ...before.lines, data, url: `/v1/invoices/${id}/lines` },
    number: nextNumber(before.number ?? ''),
    period_end: now,
    period_start: before.period_end,
    status: 'open',
    status_transitions: {
      finalized_at: now,
      marked_uncollectible_at: null,
      paid_at: null,
      voided_at: null,
    },
    ...totalsOf(data),
  };
  linkInvoice(engine, invoice);
  return engine.store.invoices.put(id, invoice);
}

/** "ABCDEFGH-0001" → "ABCDEFGH-0002" */
function nextNumber(before: string): string {
  const [prefix, count] = before.split('-');
  return invoiceNumber(prefix, Number(count) + 1);
}
