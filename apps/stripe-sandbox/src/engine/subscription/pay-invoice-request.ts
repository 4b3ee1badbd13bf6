import type Stripe from 'stripe';
import type { Engine } from '../engine.types';
import { finalizeInvoice, notOpen } from '../invoice/invoice-actions';
import { getInvoice, markPaid } from '../invoice/invoices';
import { invoiceIntent } from '../invoice/pay-invoice';
import { usableMethod } from '../payment/usable-method';
import { invalidRequest, StripeError } from '../stripe-error';
import { collectInvoice, customerMethod, methodOf, moveSubscription } from './collect-invoice';

/** `POST /v1/invoices/{id}/pay`: a draft is made final first. Throws 402 if the card is declined or asks for 3-D Secure. */
export function payInvoiceNow(
  engine: Engine,
  id: string,
  params: Stripe.InvoicePayParams,
): Stripe.Invoice {
  const invoice = getInvoice(engine, id);
  if (invoice.status === 'paid') {
    throw invalidRequest('Invoice is already paid', { code: 'invoice_already_paid' });
  }
  if (invoice.status === 'draft') finalizeInvoice(engine, id);
  if (getInvoice(engine, id).status === 'paid') return invoice;
  if (invoice.status === 'void') throw notOpen(invoice);
  if (params.paid_out_of_band) {
    markPaid(engine, invoice);
    moveSubscription(engine, invoice, 'succeeded');
    return invoice;
  }
  const attempt = collectInvoice(engine, invoice, chosenMethod(engine, invoice, params));
  if (attempt.outcome === 'declined') {
    const intent = structuredClone(invoiceIntent(engine, invoice));
    throw new StripeError(402, { ...attempt.error, payment_intent: intent });
  }
  if (attempt.outcome === 'requires_action') {
    throw new StripeError(402, {
      type: 'card_error',
      code: 'invoice_payment_intent_requires_action',
      message:
        'This payment requires additional user action before it can be completed successfully.',
    });
  }
  return invoice;
}

function chosenMethod(
  engine: Engine,
  invoice: Stripe.Invoice,
  { payment_method: given }: Stripe.InvoicePayParams,
) {
  if (given !== undefined) return usableMethod(engine, given);
  const id = invoice.parent?.subscription_details?.subscription;
  const subscription = typeof id === 'string' ? engine.store.subscriptions.get(id) : undefined;
  const method = subscription
    ? methodOf(engine, subscription)
    : customerMethod(engine, invoice.customer);
  if (!method) {
    throw invalidRequest(
      'Cannot charge customer that has no active card. Please provide a payment method.',
      { code: 'invoice_no_payment_method_types' },
    );
  }
  return method;
}
