import type Stripe from 'stripe';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { getInvoice } from '../invoice/invoices';
import { attemptPayment, followAttempt } from '../invoice/pay-invoice';
import type { Confirmation } from '../payment/confirm-intent';
import type { PaymentMethodRecord } from '../payment/payment-method-record';
import { ENDED } from './subscriptions';

/** Tries to pay an open invoice with a method, and moves its subscription, if it has one. */
export function collectInvoice(
  engine: Engine,
  invoice: Stripe.Invoice,
  method: PaymentMethodRecord,
): Confirmation {
  const attempt = attemptPayment(engine, invoice, method);
  moveSubscription(engine, invoice, attempt.outcome);
  return attempt;
}

/** What a subscription is paid with: its own method, or its customer's. */
export function methodOf(
  engine: Engine,
  { default_payment_method: own, customer }: Stripe.Subscription,
): PaymentMethodRecord | undefined {
  return engine.store.paymentMethods.get((own ?? '') as string) ?? customerMethod(engine, customer);
}

/** The method that a customer has chosen for invoices. */
export function customerMethod(
  engine: Engine,
  id: Stripe.Invoice['customer'],
): PaymentMethodRecord | undefined {
  const customer = engine.store.customers.get(id as string);
  if (!customer || customer.deleted) return undefined;
  const method = customer.invoice_settings.default_payment_method;
  return engine.store.paymentMethods.get((method ?? '') as string);
}

/** After a payment that took time has ended: the invoice that it pays and its subscription follow. */
export function followPayment(engine: Engine, intent: Stripe.PaymentIntent): void {
  const payment = engine.store.invoicePayments
    .newestFirst()
    .find((each) => each.payment.payment_intent === intent.id && each.status === 'open');
  if (!payment) return;
  const invoice = getInvoice(engine, payment.invoice as string);
  const outcome = intent.status === 'succeeded' ? 'succeeded' : 'declined';
  followAttempt(engine, invoice, outcome);
  moveSubscription(engine, invoice, outcome);
}

/**
 * A subscription is active once its invoice is paid, or while a bank debit is under way. Before its first payment it is
 * incomplete, after that past due.
 */
export function moveSubscription(
  engine: Engine,
  invoice: Stripe.Invoice,
  outcome: Confirmation['outcome'],
): void {
  const id = invoice.parent?.subscription_details?.subscription;
  const subscription = typeof id === 'string' ? engine.store.subscriptions.get(id) : undefined;
  if (!subscription || ENDED.includes(subscription.status)) return;
  const before = subscription.status;
  if (outcome === 'succeeded' || outcome === 'processing') {
    const isFirst = invoice.billing_reason === 'subscription_create';
    if (before !== 'trialing' || !isFirst) subscription.status = 'active';
  } else if (before !== 'incomplete') {
    subscription.status = 'past_due';
  }
  const isChanged = subscription.status !== before;
  if (!isChanged && invoice.billing_reason !== 'subscription_cycle') return;
  engine.store.subscriptions.put(subscription.id, subscription);
  const changed = isChanged ? { status: before } : {};
  emit(engine, 'customer.subscription.updated', subscription, changed);
}
