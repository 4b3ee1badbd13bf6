import type Stripe from 'stripe';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { confirmIntent, type Confirmation } from '../payment/confirm-intent';
import { getPaymentIntent, makePaymentIntent } from '../payment/payment-intents';
import type { Owner, PaymentMethodRecord } from '../payment/payment-method-record';
import { keepPayment, markPaid, openPaymentOf } from './invoices';

/** Tries to pay an open invoice. The caller throws what a decline answers, and moves the subscription. */
export function attemptPayment(
  engine: Engine,
  invoice: Stripe.Invoice,
  method: PaymentMethodRecord,
): Confirmation {
  invoice.attempted = true;
  invoice.attempt_count += 1;
  engine.store.invoices.put(invoice.id, invoice);
  const intent = invoiceIntent(engine, invoice);
  const url = `${engine.world.publicUrl}/c/authenticate/${intent.id}`;
  const attempt = confirmIntent(engine, intent, method, {
    owner: () => ownerOf(invoice),
    authenticateUrl: url,
    returnUrl: url,
  });
  followAttempt(engine, invoice, attempt.outcome);
  return attempt;
}

/** Moves the invoice after an attempt to pay it, or after its payment has ended. */
export function followAttempt(
  engine: Engine,
  invoice: Stripe.Invoice,
  outcome: Confirmation['outcome'],
): void {
  if (outcome === 'succeeded') markPaid(engine, invoice);
  if (outcome === 'declined') emit(engine, 'invoice.payment_failed', invoice);
  if (outcome === 'requires_action') {
    emit(engine, 'invoice.payment_action_required', invoice);
  }
}

/** The payment intent of an open invoice; it is made when the invoice is finalized. */
export function invoiceIntent(engine: Engine, invoice: Stripe.Invoice): Stripe.PaymentIntent {
  const open = openPaymentOf(engine, invoice.id)?.payment.payment_intent;
  if (typeof open === 'string') return getPaymentIntent(engine, open);
  const intent = makePaymentIntent(engine, {
    amount: invoice.amount_due,
    currency: invoice.currency,
    paymentMethodTypes: ['card'],
    owner: ownerOf(invoice),
    data: { ...(invoice.description !== null && { description: invoice.description }) },
    shipping: null,
  });
  keepPayment(engine, invoice, intent);
  return intent;
}

function ownerOf({ customer, customer_account: account }: Stripe.Invoice): Owner {
  return {
    customer: account === null ? (customer as string) : null,
    customer_account: account,
  };
}
