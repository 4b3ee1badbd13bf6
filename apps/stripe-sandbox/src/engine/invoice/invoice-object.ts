import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine.types';
import { newId, randomText } from '../ids';

/** Whom an invoice is for, as it is printed on it. */
export type Recipient = Pick<
  Stripe.Invoice,
  | 'customer'
  | 'customer_account'
  | 'customer_address'
  | 'customer_email'
  | 'customer_name'
  | 'customer_phone'
>;

/** A draft without lines; what is not the same for every invoice is given in `fields`. */
export function newInvoice(
  engine: Engine,
  recipient: Recipient,
  fields: Partial<Stripe.Invoice>,
): Stripe.Invoice {
  const id = newId('in');
  const now = nowSeconds(engine.clock);
  return {
    id,
    object: 'invoice',
    account_country: 'US',
    account_name: 'Stripe sandbox',
    account_tax_ids: null,
    amount_due: 0,
    amount_overpaid: 0,
    amount_paid: 0,
    amount_remaining: 0,
    amount_shipping: 0,
    application: null,
    attempt_count: 0,
    attempted: false,
    auto_advance: false,
    automatic_tax: {
      disabled_reason: null,
      enabled: false,
      liability: null,
      provider: null,
      status: null,
    },
    automatically_finalizes_at: null,
    billing_reason: 'manual',
    collection_method: 'charge_automatically',
    created: now,
    currency: 'usd',
    custom_fields: null,
    customer_shipping: null,
    customer_tax_exempt: 'none',
    customer_tax_ids: [],
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: null,
    discounts: [],
    due_date: null,
    effective_at: null,
    ending_balance: null,
    footer: null,
    from_invoice: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    issuer: { type: 'self' },
    last_finalization_error: null,
    latest_revision: null,
    lines: { object: 'list', data: [], has_more: false, url: `/v1/invoices/${id}/lines` },
    livemode: false,
    metadata: {},
    next_payment_attempt: null,
    number: null,
    on_behalf_of: null,
    parent: null,
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
    status: 'draft',
    status_transitions: {
      finalized_at: null,
      marked_uncollectible_at: null,
      paid_at: null,
      voided_at: null,
    },
    subtotal: 0,
    subtotal_excluding_tax: 0,
    test_clock: null,
    total: 0,
    total_discount_amounts: [],
    total_excluding_tax: 0,
    total_pretax_credit_amounts: [],
    total_taxes: [],
    webhooks_delivered_at: now,
    ...recipient,
    ...fields,
  };
}

/**
 * The links of an invoice that is final: its page, and the file to keep. They need no login, so that who has the link
 * can read it, as at Stripe.
 */
export function linkInvoice(engine: Engine, invoice: Stripe.Invoice): void {
  const page = `${engine.world.publicUrl}/i/${invoice.id}`;
  invoice.hosted_invoice_url = page;
  invoice.invoice_pdf = `${page}/pdf`;
}

/** The number of an invoice, from the customer's letters and a counter: "ABCDEFGH-0001". */
export function invoiceNumber(prefix = randomText(8).toUpperCase(), count = 1): string {
  return `${prefix}-${String(count).padStart(4, '0')}`;
}

/** The amounts of an invoice with these lines. Nothing has been paid yet. */
export function totalsOf(lines: Stripe.InvoiceLineItem[]): Partial<Stripe.Invoice> {
  const taxes = lines.flatMap((line) => line.taxes ?? []);
  const taxOf = (behavior: string) =>
    sum(taxes.map((tax) => (tax.tax_behavior === behavior ? tax.amount : 0)));
  const subtotal = sum(lines.map(({ amount }) => amount));
  const total = subtotal + taxOf('exclusive');
  const withoutTax = subtotal - taxOf('inclusive');
  return {
    amount_due: total,
    amount_paid: 0,
    amount_remaining: total,
    subtotal,
    subtotal_excluding_tax: withoutTax,
    total,
    total_excluding_tax: withoutTax,
    total_taxes: taxes,
  };
}

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);
