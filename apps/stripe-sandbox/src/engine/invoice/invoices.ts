import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { newId } from '../ids';
import { inRange, pageOf, type List } from '../list';
import { resourceMissing } from '../stripe-error';

export function getInvoice(engine: Engine, id: string): Stripe.Invoice {
  const invoice = engine.store.invoices.get(id);
  if (!invoice) throw resourceMissing('invoice', id, 'id', 404);
  return invoice;
}

export function listInvoices(
  engine: Engine,
  params: Stripe.InvoiceListParams,
): List<Stripe.Invoice> {
  const matching = engine.store.invoices
    .newestFirst()
    .filter(
      (invoice) =>
        inRange(invoice.created, params.created) &&
        (params.customer === undefined || invoice.customer === params.customer) &&
        (params.status === undefined || invoice.status === params.status) &&
        (params.subscription === undefined ||
          invoice.parent?.subscription_details?.subscription === params.subscription),
    );
  return pageOf(matching, params, '/v1/invoices', 'invoice');
}

export function getInvoicePayment(engine: Engine, id: string): Stripe.InvoicePayment {
  const payment = engine.store.invoicePayments.get(id);
  if (!payment) throw resourceMissing('invoice payment', id, 'invoice_payment', 404);
  return payment;
}

export function listInvoicePayments(
  engine: Engine,
  params: Stripe.InvoicePaymentListParams,
): List<Stripe.InvoicePayment> {
  const matching = engine.store.invoicePayments
    .newestFirst()
    .filter(
      ({ invoice, payment }) =>
        (params.invoice === undefined || invoice === params.invoice) &&
        (params.payment?.payment_intent === undefined ||
          payment.payment_intent === params.payment.payment_intent),
    );
  return pageOf(matching, params, '/v1/invoice_payments', 'invoice payment');
}

/** The payments of one invoice, as `invoice.payments` includes them. */
export function paymentsOfInvoice(engine: Engine, id: string): List<Stripe.InvoicePayment> {
  return listInvoicePayments(engine, { invoice: id });
}

/** The payment that an invoice waits for: its intent is used again after a decline. */
export function openPaymentOf(
  engine: Engine,
  invoiceId: string,
): Stripe.InvoicePayment | undefined {
  return engine.store.invoicePayments
    .newestFirst()
    .find(({ invoice, status }) => invoice === invoiceId && status === 'open');
}

/** Notes which payment intent is to pay an invoice. */
export function keepPayment(
  engine: Engine,
  invoice: Stripe.Invoice,
  intent: Stripe.PaymentIntent,
): Stripe.InvoicePayment {
  const id = newId('inpay');
  return engine.store.invoicePayments.put(id, {
    id,
    object: 'invoice_payment',
    amount_paid: null,
    amount_requested: invoice.amount_due,
    created: nowSeconds(engine.clock),
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: intent.id, type: 'payment_intent' },
    status: 'open',
    status_transitions: { canceled_at: null, paid_at: null },
  });
}

/** The invoice is paid, by its open payment if it has one. */
export function markPaid(engine: Engine, invoice: Stripe.Invoice): void {
  const now = nowSeconds(engine.clock);
  Object.assign(invoice, {
    amount_paid: invoice.amount_due,
    amount_remaining: 0,
    attempted: true,
    status: 'paid',
  });
  invoice.status_transitions.paid_at = now;
  engine.store.invoices.put(invoice.id, invoice);
  emit(engine, 'invoice.paid', invoice);
  emit(engine, 'invoice.payment_succeeded', invoice);
  const payment = openPaymentOf(engine, invoice.id);
  if (!payment) return;
  Object.assign(payment, { amount_paid: invoice.amount_paid, status: 'paid' });
  payment.status_transitions.paid_at = now;
  engine.store.invoicePayments.put(payment.id, payment);
  emit(engine, 'invoice_payment.paid', payment);
}
