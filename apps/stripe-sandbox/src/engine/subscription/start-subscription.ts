import type Stripe from 'stripe';
import type { Payer } from '../checkout/payer';
import { rememberCustomer } from '../checkout/remember-customer';
import type { SessionRecord } from '../checkout/session-record';
import type { Engine } from '../engine.types';
import { attach } from '../payment/payment-methods';
import type { PaymentMethodRecord } from '../payment/payment-method-record';
import { makeInvoice } from './make-invoice';
import { announce, newSubscription, trialEndOf } from './subscription-object';

/** Makes the subscription and its first invoice, after the shopper has paid, or a debit or a trial has begun. */
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
  const trialEnd = trialEndOf(engine, data);
  const subscription = newSubscription(engine, {
    owner,
    items: lineItems
      .filter((line) => line.price?.recurring)
      .map((line) => ({ price: line.price as Stripe.Price, quantity: line.quantity ?? 1 })),
    currency: object.currency ?? 'usd',
    trialEnd,
    defaultPaymentMethod: method?.object.id ?? null,
    automaticTax: object.automatic_tax.enabled,
    description: data.description ?? null,
    metadata: data.metadata,
    status: trialEnd === null ? 'active' : 'trialing',
  });
  const { id } = subscription;
  engine.store.subscriptions.put(id, subscription);
  const invoice = makeInvoice(engine, { record, subscription, payer, intent });
  subscription.latest_invoice = invoice.id;
  object.subscription = id;
  object.invoice = invoice.id;
  announce(engine, subscription);
}
