import type Stripe from 'stripe';
import type { SessionRecord } from '../checkout/session-record';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { newId } from '../ids';
import { invoiceNumber, linkInvoice, newInvoice, type Recipient } from './invoice-object';
import { keepPayment, markPaid } from './invoices';

interface InvoiceSource {
  record: SessionRecord;
  recipient: Recipient;
  /** The payment intent that has paid it, or will; null if nothing was due. */
  intent: Stripe.PaymentIntent | null;
  /** What depends on what the invoice is about. */
  fields: Partial<Stripe.Invoice>;
  /** The subscription's item that a line is about. */
  itemOf?: (line: Stripe.LineItem) => Stripe.SubscriptionItem | undefined;
}

/** The invoice of what a Checkout Session sold. It is paid, or open while a bank debit is under way. */
export function makeCheckoutInvoice(engine: Engine, source: InvoiceSource): Stripe.Invoice {
  const { record, recipient, intent, fields } = source;
  const { object } = record;
  const now = nowSeconds(engine.clock);
  const total = object.amount_total ?? 0;
  const tax = object.total_details?.amount_tax ?? 0;
  const { enabled, provider } = object.automatic_tax;
  const invoice = newInvoice(engine, recipient, {
    amount_due: total,
    amount_remaining: total,
    amount_shipping: object.total_details?.amount_shipping ?? 0,
    attempt_count: total > 0 ? 1 : 0,
    attempted: true,
    automatic_tax: {
      disabled_reason: null,
      enabled,
      liability: enabled ? { type: 'self' } : null,
      provider,
      status: enabled ? 'complete' : null,
    },
    currency: object.currency ?? 'usd',
    effective_at: now,
    ending_balance: 0,
    number: invoiceNumber(),
    status: 'open',
    status_transitions: {
      finalized_at: now,
      marked_uncollectible_at: null,
      paid_at: null,
      voided_at: null,
    },
    subtotal: object.amount_subtotal ?? 0,
    subtotal_excluding_tax: (object.amount_subtotal ?? 0) - taxWithin(record),
    total,
    total_excluding_tax: total - tax,
    total_taxes: record.breakdown.taxes.map(invoiceTax),
    ...fields,
  });
  linkInvoice(engine, invoice);
  invoice.lines.data = record.lineItems.map((_line, index) =>
    invoiceLine(engine, invoice.id, source, index),
  );
  engine.store.invoices.put(invoice.id, invoice);
  if (intent) keepPayment(engine, invoice, intent);
  emit(engine, 'invoice.created', invoice);
  emit(engine, 'invoice.finalized', invoice);
  if (total === 0 || intent?.status === 'succeeded') markPaid(engine, invoice);
  return invoice;
}

/** The tax that is part of the prices. */
function taxWithin({ breakdown }: SessionRecord): number {
  return breakdown.taxes.reduce((sum, { amount, rate }) => sum + (rate.inclusive ? amount : 0), 0);
}

function invoiceLine(
  engine: Engine,
  invoiceId: string,
  { record, itemOf }: InvoiceSource,
  index: number,
): Stripe.InvoiceLineItem {
  const line = record.lineItems[index] as Stripe.LineItem;
  const price = line.price as Stripe.Price;
  const item = itemOf?.(line);
  const now = nowSeconds(engine.clock);
  return {
    id: newId('il'),
    object: 'line_item',
    amount: line.amount_subtotal,
    currency: line.currency,
    description: `${line.quantity} × ${line.description}`,
    discount_amounts: [],
    discountable: true,
    discounts: [],
    invoice: invoiceId,
    livemode: false,
    metadata: {},
    parent: item
      ? {
          invoice_item_details: null,
          subscription_item_details: {
            invoice_item: null,
            proration: false,
            proration_details: { credited_items: null },
            subscription: item.subscription,
            subscription_item: item.id,
          },
          type: 'subscription_item_details',
        }
      : null,
    period: { end: item?.current_period_end ?? now, start: item?.current_period_start ?? now },
    pretax_credit_amounts: [],
    pricing: {
      price_details: { price: price.id, product: price.product as string },
      type: 'price_details',
      unit_amount_decimal: price.unit_amount_decimal,
    },
    quantity: line.quantity,
    quantity_decimal: String(line.quantity) as unknown as Stripe.Decimal,
    subscription: item?.subscription ?? null,
    subtotal: line.amount_subtotal,
    taxes: (record.lineBreakdowns[index]?.taxes ?? []).map(invoiceTax),
  };
}

/** A tax as an invoice shows it. */
export function invoiceTax(
  tax: Pick<Stripe.LineItem.Tax, 'amount' | 'rate' | 'taxable_amount'>,
): Stripe.InvoiceLineItem.Tax {
  return {
    amount: tax.amount,
    tax_behavior: tax.rate.inclusive ? 'inclusive' : 'exclusive',
    tax_rate_details: { tax_rate: tax.rate.id },
    taxability_reason: 'standard_rated',
    taxable_amount: tax.taxable_amount,
    type: 'tax_rate_details',
  };
}
