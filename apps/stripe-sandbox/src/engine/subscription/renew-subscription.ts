import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { newId } from '../ids';
import type { CardBehaviour } from '../payment/cards';
import { confirmIntent } from '../payment/confirm-intent';
import { makePaymentIntent } from '../payment/payment-intents';
import { invalidRequest } from '../stripe-error';
import { getInvoice, keepPayment } from './invoices';
import { periodEnd } from './period';
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
  if (subscription.cancel_at_period_end) return cancelSubscription(engine, id);
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
  return collect(engine, subscription, invoice, outcome);
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

function collect(
  engine: Engine,
  subscription: Stripe.Subscription,
  invoice: Stripe.Invoice,
  outcome: Outcome,
): Stripe.Subscription {
  invoice.attempted = true;
  invoice.attempt_count += 1;
  const intent = invoice.amount_due > 0 ? charge(engine, subscription, invoice, outcome) : null;
  const isPaid = outcome === 'paid';
  if (isPaid) {
    Object.assign(invoice, {
      amount_paid: invoice.amount_due,
      amount_remaining: 0,
      status: 'paid',
    });
    invoice.status_transitions.paid_at = nowSeconds(engine.clock);
  }
  engine.store.invoices.put(invoice.id, invoice);
  if (isPaid) emit(engine, 'invoice.paid', invoice);
  emit(engine, isPaid ? 'invoice.payment_succeeded' : 'invoice.payment_failed', invoice);
  if (isPaid && intent) keepPayment(engine, invoice, intent);
  subscription.status = isPaid ? 'active' : 'past_due';
  engine.store.subscriptions.put(subscription.id, subscription);
  emit(engine, 'customer.subscription.updated', subscription);
  return subscription;
}

function charge(
  engine: Engine,
  { default_payment_method: methodId, customer, customer_account: account }: Stripe.Subscription,
  invoice: Stripe.Invoice,
  outcome: Outcome,
): Stripe.PaymentIntent {
  const method = engine.store.paymentMethods.get((methodId ?? '') as string);
  if (!method) throw invalidRequest('This subscription has no payment method.');
  const owner = {
    customer: account === null ? (customer as string) : null,
    customer_account: account,
  };
  const intent = makePaymentIntent(engine, {
    amount: invoice.amount_due,
    currency: invoice.currency,
    paymentMethodTypes: ['card'],
    owner,
    data: {},
    shipping: null,
  });
  const behaviour = outcome === 'paid' ? {} : NO_FUNDS;
  const url = engine.world.publicUrl;
  const options = { owner: () => owner, authenticateUrl: url, returnUrl: url };
  confirmIntent(engine, intent, { ...method, behaviour }, options);
  return intent;
}

/** The recurring lines of the invoice before, for the new period. */
function renewalInvoice(engine: Engine, subscription: Stripe.Subscription): Stripe.Invoice {
  const before = getInvoice(engine, subscription.latest_invoice as string);
  const id = newId('in');
  const now = nowSeconds(engine.clock);
  const data = subscription.items.data.map((item): Stripe.InvoiceLineItem => {
    const old = before.lines.data.find(
      ({ pricing }) => pricing?.price_details?.price === item.price.id,
    );
    if (!old) throw invalidRequest('The invoice before has no line for this item.');
    const amount = (item.price.unit_amount ?? 0) * (item.quantity ?? 1);
    return {
      ...structuredClone(old),
      id: newId('il'),
      amount,
      invoice: id,
      period: { start: item.current_period_start, end: item.current_period_end },
      subtotal: amount,
      taxes: old.amount === amount ? old.taxes : [],
    };
  });
  const subtotal = sum(data.map(({ amount }) => amount));
  const taxes = data.flatMap((line) => line.taxes ?? []);
  const added = sum(
    taxes.map(({ amount, tax_behavior }) => (tax_behavior === 'exclusive' ? amount : 0)),
  );
  const invoice: Stripe.Invoice = {
    ...structuredClone(before),
    id,
    amount_due: subtotal + added,
    amount_paid: 0,
    amount_remaining: subtotal + added,
    attempt_count: 0,
    attempted: false,
    billing_reason: 'subscription_cycle',
    created: now,
    effective_at: now,
    lines: { ...before.lines, data, url: `/v1/invoices/${id}/lines` },
    number: (before.number ?? '').replace(/\d{4}$/, (last) =>
      String(Number(last) + 1).padStart(4, '0'),
    ),
    period_end: now,
    period_start: before.period_end,
    status: 'open',
    status_transitions: {
      finalized_at: now,
      marked_uncollectible_at: null,
      paid_at: null,
      voided_at: null,
    },
    subtotal,
    subtotal_excluding_tax: subtotal,
    total: subtotal + added,
    total_excluding_tax: subtotal + added - sum(taxes.map(({ amount }) => amount)),
    total_taxes: taxes,
  };
  return engine.store.invoices.put(id, invoice);
}

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);
