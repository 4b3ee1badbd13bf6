import type Stripe from 'stripe';
import { amountOf } from '../amount-of';
import { taxed } from '../checkout/totals';
import { getCustomer } from '../customers';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { newId } from '../ids';
import { invoiceTax } from '../invoice/checkout-invoice';
import { recipientOf } from '../invoice/draft-invoice';
import { finalizeInvoice } from '../invoice/invoice-actions';
import { newInvoice, totalsOf } from '../invoice/invoice-object';
import { getTaxRate } from '../tax-rates';

/** The draft of a subscription's invoice, which is not stored yet. */
export function invoiceOf(
  engine: Engine,
  subscription: Stripe.Subscription,
  reason: 'subscription_create' | 'subscription_update',
): Stripe.Invoice {
  const customer = getCustomer(engine, subscription.customer as string);
  const invoice = newInvoice(engine, recipientOf(customer), {
    billing_reason: reason,
    currency: subscription.currency,
    parent: {
      quote_details: null,
      subscription_details: { metadata: subscription.metadata, subscription: subscription.id },
      type: 'subscription_details',
    },
  });
  invoice.lines.data = subscription.items.data.map((item) =>
    lineOf(engine, invoice.id, subscription, item),
  );
  return Object.assign(invoice, totalsOf(invoice.lines.data));
}

/** Stores a subscription's invoice and makes it final. */
export function issue(engine: Engine, invoice: Stripe.Invoice): void {
  engine.store.invoices.put(invoice.id, invoice);
  emit(engine, 'invoice.created', invoice);
  finalizeInvoice(engine, invoice.id);
}

/** What an item costs in the period that it has. Nothing is due for a trial. */
export function lineOf(
  engine: Engine,
  invoice: string,
  subscription: Stripe.Subscription,
  item: Stripe.SubscriptionItem,
): Stripe.InvoiceLineItem {
  const { price, quantity = 1 } = item;
  const product = engine.store.products.get(price.product as string);
  const name = product && !product.deleted ? product.name : price.id;
  const isTrial = item.current_period_start < (subscription.trial_end ?? 0);
  const amount = isTrial ? 0 : amountOf(price, quantity);
  return {
    id: newId('il'),
    object: 'line_item',
    amount,
    currency: price.currency,
    description: `${quantity} × ${name}`,
    discount_amounts: [],
    discountable: true,
    discounts: [],
    invoice,
    livemode: false,
    metadata: subscription.metadata,
    parent: {
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration: false,
        proration_details: { credited_items: null },
        subscription: subscription.id,
        subscription_item: item.id,
      },
      type: 'subscription_item_details',
    },
    period: { start: item.current_period_start, end: item.current_period_end },
    pretax_credit_amounts: [],
    pricing: {
      price_details: { price: price.id, product: price.product as string },
      type: 'price_details',
      unit_amount_decimal: price.unit_amount_decimal,
    },
    quantity,
    quantity_decimal: String(quantity) as unknown as Stripe.Decimal,
    subscription: subscription.id,
    subtotal: amount,
    taxes: taxesOf(engine, subscription, item, amount),
  };
}

/**
 * The taxes on what an item costs now, at the rates that it had on the invoice before. That one may have taxed another
 * amount: less a coupon, none for a trial, or that of another price or quantity.
 */
function taxesOf(
  engine: Engine,
  { latest_invoice: latest }: Stripe.Subscription,
  { id }: Stripe.SubscriptionItem,
  amountMinor: number,
): Stripe.InvoiceLineItem.Tax[] {
  const before = engine.store.invoices
    .get((latest ?? '') as string)
    ?.lines.data.find(({ parent }) => parent?.subscription_item_details?.subscription_item === id);
  const rates = (before?.taxes ?? []).flatMap(({ tax_rate_details: details }) =>
    details ? getTaxRate(engine, details.tax_rate) : [],
  );
  const { taxesMinor, taxableMinor } = taxed(amountMinor, 0, rates);
  return rates.map((rate, index) =>
    invoiceTax({ amount: taxesMinor[index] ?? 0, rate, taxable_amount: taxableMinor }),
  );
}
