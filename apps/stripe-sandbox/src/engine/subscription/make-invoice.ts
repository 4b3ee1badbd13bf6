import type Stripe from 'stripe';
import { addressOf } from '../address';
import type { Payer } from '../checkout/payer';
import type { SessionRecord } from '../checkout/session-record';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { newId, randomText } from '../ids';
import { keepPayment } from './invoices';

interface InvoiceSource {
  record: SessionRecord;
  subscription: Stripe.Subscription;
  payer: Payer;
  /** The payment intent that paid it; null if nothing was due. */
  intent: Stripe.PaymentIntent | null;
}

/** The first invoice of a subscription, already paid by the session. */
export function makeInvoice(engine: Engine, source: InvoiceSource): Stripe.Invoice {
  const { record, subscription, payer, intent } = source;
  const { object } = record;
  const id = newId('in');
  const now = nowSeconds(engine.clock);
  const total = object.amount_total ?? 0;
  const tax = object.total_details?.amount_tax ?? 0;
  const lines = record.lineItems.map((_line, index) => invoiceLine(id, source, index));
  const invoice: Stripe.Invoice = {
    id,
    object: 'invoice',
    account_country: 'US',
    account_name: 'Stripe sandbox',
    account_tax_ids: null,
    amount_due: total,
    amount_overpaid: 0,
    amount_paid: total,
    amount_remaining: 0,
    amount_shipping: 0,
    application: null,
    attempt_count: total > 0 ? 1 : 0,
    attempted: true,
    auto_advance: false,
    automatic_tax: {
      disabled_reason: null,
      enabled: object.automatic_tax.enabled,
      liability: object.automatic_tax.enabled ? { type: 'self' } : null,
      provider: object.automatic_tax.provider,
      status: object.automatic_tax.status,
    },
    automatically_finalizes_at: null,
    billing_reason: 'subscription_create',
    collection_method: 'charge_automatically',
    created: now,
    currency: object.currency ?? 'usd',
    custom_fields: null,
    customer: subscription.customer,
    customer_account: subscription.customer_account,
    customer_address: addressOf(payer.address ?? {}),
    customer_email: payer.email,
    customer_name: payer.name,
    customer_phone: payer.phone ?? null,
    customer_shipping: null,
    customer_tax_exempt: 'none',
    customer_tax_ids: [],
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: null,
    discounts: [],
    due_date: null,
    effective_at: now,
    ending_balance: 0,
    footer: null,
    from_invoice: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    issuer: { type: 'self' },
    last_finalization_error: null,
    latest_revision: null,
    lines: {
      object: 'list',
      data: lines,
      has_more: false,
      url: `/v1/invoices/${id}/lines`,
    },
    livemode: false,
    metadata: {},
    next_payment_attempt: null,
    number: `${randomText(8).toUpperCase()}-0001`,
    on_behalf_of: null,
    parent: {
      quote_details: null,
      subscription_details: { metadata: subscription.metadata, subscription: subscription.id },
      type: 'subscription_details',
    },
    payment_settings: {
      default_mandate: null,
      payment_method_options: null,
      payment_method_types: null,
    },
    period_end: now,
    period_start: now,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    starting_balance: 0,
    statement_descriptor: null,
    status: 'paid',
    status_transitions: {
      finalized_at: now,
      marked_uncollectible_at: null,
      paid_at: now,
      voided_at: null,
    },
    subtotal: object.amount_subtotal ?? 0,
    subtotal_excluding_tax: object.amount_subtotal ?? 0,
    test_clock: null,
    total,
    total_discount_amounts: [],
    total_excluding_tax: total - tax,
    total_pretax_credit_amounts: [],
    total_taxes: record.breakdown.taxes.map(invoiceTax),
    webhooks_delivered_at: now,
  };
  engine.store.invoices.put(id, invoice);
  emit(engine, 'invoice.created', invoice);
  emit(engine, 'invoice.finalized', invoice);
  emit(engine, 'invoice.paid', invoice);
  emit(engine, 'invoice.payment_succeeded', invoice);
  if (intent) keepPayment(engine, invoice, intent);
  return invoice;
}

function invoiceLine(
  invoiceId: string,
  { record, subscription }: InvoiceSource,
  index: number,
): Stripe.InvoiceLineItem {
  const line = record.lineItems[index] as Stripe.LineItem;
  const price = line.price as Stripe.Price;
  const item = subscription.items.data.find((each) => each.price.id === price.id);
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
            subscription: subscription.id,
            subscription_item: item.id,
          },
          type: 'subscription_item_details',
        }
      : null,
    period: {
      end: item?.current_period_end ?? subscription.created,
      start: subscription.created,
    },
    pretax_credit_amounts: [],
    pricing: {
      price_details: { price: price.id, product: price.product as string },
      type: 'price_details',
      unit_amount_decimal: price.unit_amount_decimal,
    },
    quantity: line.quantity,
    quantity_decimal: String(line.quantity) as unknown as Stripe.Decimal,
    subscription: subscription.id,
    subtotal: line.amount_subtotal,
    taxes: (record.lineBreakdowns[index]?.taxes ?? []).map(invoiceTax),
  };
}

function invoiceTax(tax: Stripe.LineItem.Tax) {
  return {
    amount: tax.amount,
    tax_behavior: tax.rate.inclusive ? ('inclusive' as const) : ('exclusive' as const),
    tax_rate_details: { tax_rate: tax.rate.id },
    taxability_reason: 'standard_rated' as const,
    taxable_amount: tax.taxable_amount,
    type: 'tax_rate_details' as const,
  };
}
