import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { markCanceled } from '../payment/intent-actions';
import { getPaymentIntent } from '../payment/payment-intents';
import { invalidRequest, type StripeError } from '../stripe-error';
import { invoiceNumber, linkInvoice } from './invoice-object';
import { getInvoice, markPaid, openPaymentOf } from './invoices';
import { invoiceIntent } from './pay-invoice';

/** Makes a draft final: it has a number and a payment intent now. An invoice without an amount is paid at once. */
export function finalizeInvoice(engine: Engine, id: string): Stripe.Invoice {
  const invoice = getInvoice(engine, id);
  if (invoice.status !== 'draft') {
    throw invalidRequest(
      "This invoice is already finalized, you can't re-finalize a non-draft invoice.",
      {
        code: 'invoice_not_editable',
      },
    );
  }
  const now = nowSeconds(engine.clock);
  Object.assign(invoice, {
    effective_at: now,
    ending_balance: 0,
    number: nextNumber(engine, invoice),
    status: 'open',
  });
  invoice.status_transitions.finalized_at = now;
  linkInvoice(engine, invoice);
  engine.store.invoices.put(id, invoice);
  emit(engine, 'invoice.finalized', invoice);
  if (invoice.amount_due === 0) markPaid(engine, invoice);
  else invoiceIntent(engine, invoice);
  return invoice;
}

function nextNumber(engine: Engine, { customer: id }: Stripe.Invoice): string {
  const customer = engine.store.customers.get(id as string);
  if (!customer || customer.deleted) return invoiceNumber();
  const count = customer.next_invoice_sequence ?? 1;
  customer.next_invoice_sequence = count + 1;
  engine.store.customers.put(customer.id, customer);
  return invoiceNumber(customer.invoice_prefix ?? undefined, count);
}

/** Sends the invoice to the customer. The sandbox sends no e-mail; the event says that it was sent. */
export function sendInvoice(engine: Engine, id: string): Stripe.Invoice {
  const invoice = getInvoice(engine, id);
  if (invoice.collection_method !== 'send_invoice') {
    throw invalidRequest(
      'You can only manually send an invoice if its `collection_method` is set to `send_invoice`.',
    );
  }
  if (invoice.status === 'draft') finalizeInvoice(engine, id);
  emit(engine, 'invoice.sent', invoice);
  return invoice;
}

/** The invoice was a mistake: it is to be paid no more. */
export function voidInvoice(engine: Engine, id: string): Stripe.Invoice {
  return giveUp(engine, id, 'void', 'voided_at', 'invoice.voided');
}

/** The invoice is a bad debt. */
export function markUncollectible(engine: Engine, id: string): Stripe.Invoice {
  return giveUp(
    engine,
    id,
    'uncollectible',
    'marked_uncollectible_at',
    'invoice.marked_uncollectible',
  );
}

function giveUp(
  engine: Engine,
  id: string,
  status: 'void' | 'uncollectible',
  at: 'voided_at' | 'marked_uncollectible_at',
  type: 'invoice.voided' | 'invoice.marked_uncollectible',
): Stripe.Invoice {
  const invoice = getInvoice(engine, id);
  const isOpen =
    invoice.status === 'open' || (status === 'void' && invoice.status === 'uncollectible');
  if (!isOpen) throw notOpen(invoice);
  invoice.status = status;
  invoice.status_transitions[at] = nowSeconds(engine.clock);
  engine.store.invoices.put(id, invoice);
  emit(engine, type, invoice);
  const payment = status === 'void' ? openPaymentOf(engine, id) : undefined;
  if (payment) {
    payment.status = 'canceled';
    payment.status_transitions.canceled_at = nowSeconds(engine.clock);
    engine.store.invoicePayments.put(payment.id, payment);
    const intent = getPaymentIntent(engine, payment.payment.payment_intent as string);
    markCanceled(engine, intent, 'void_invoice');
  }
  return invoice;
}

/** The refusal of what only open invoices allow. */
export function notOpen({ status }: Stripe.Invoice): StripeError {
  return invalidRequest(`This invoice is ${status}; only open invoices allow that.`, {
    code: 'invoice_not_editable',
  });
}
