import type Stripe from 'stripe';
import { applyChanges, change } from '../changes';
import { nowSeconds } from '../clock';
import { getCustomer } from '../customers';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { newId } from '../ids';
import { mergeMetadata } from '../metadata';
import { checkCurrency } from '../prices';
import { invalidRequest, missingParam } from '../stripe-error';
import { pendingItems } from './invoice-items';
import { newInvoice, totalsOf, type Recipient } from './invoice-object';
import { getInvoice } from './invoices';

const A_DAY_S = 24 * 3600;

/** A draft for a customer; with `pending_invoice_items_behavior: include` it takes the items that wait. */
export function createInvoice(engine: Engine, params: Stripe.InvoiceCreateParams): Stripe.Invoice {
  if (params.customer === undefined) throw missingParam('customer');
  const customer = getCustomer(engine, params.customer, 'customer', 400);
  const { collection_method: method = 'charge_automatically', days_until_due: days } = params;
  if (method === 'send_invoice' && days === undefined && params.due_date === undefined) {
    throw invalidRequest(
      'You must specify `days_until_due` or `due_date` if `collection_method` is `send_invoice`.',
      { param: 'days_until_due' },
    );
  }
  const given = params.currency && checkCurrency(params.currency, 'currency');
  const items =
    params.pending_invoice_items_behavior === 'include'
      ? pendingItems(engine, customer.id, given)
      : [];
  const currency = given ?? items[0]?.currency ?? 'usd';
  const invoice = newInvoice(engine, recipientOf(customer), {
    collection_method: method,
    currency,
    description: params.description ?? null,
    due_date:
      params.due_date ?? (days === undefined ? null : nowSeconds(engine.clock) + days * A_DAY_S),
    metadata: mergeMetadata({}, params.metadata),
  });
  for (const item of items.filter((each) => each.currency === currency)) {
    item.invoice = invoice.id;
    engine.store.invoiceItems.put(item.id, item);
    invoice.lines.data.push(lineOf(item, invoice.id));
  }
  Object.assign(invoice, totalsOf(invoice.lines.data));
  engine.store.invoices.put(invoice.id, invoice);
  emit(engine, 'invoice.created', invoice);
  return invoice;
}

/** The customer as an invoice shows them. */
export function recipientOf(customer: Stripe.Customer): Recipient {
  return {
    customer: customer.id,
    customer_account: null,
    customer_address: customer.address ?? null,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    customer_phone: customer.phone ?? null,
  };
}

function lineOf(item: Stripe.InvoiceItem, invoice: string): Stripe.InvoiceLineItem {
  return {
    id: newId('il'),
    object: 'line_item',
    amount: item.amount,
    currency: item.currency,
    description: item.description,
    discount_amounts: [],
    discountable: true,
    discounts: [],
    invoice,
    livemode: false,
    metadata: item.metadata ?? {},
    parent: {
      invoice_item_details: {
        invoice_item: item.id,
        proration: false,
        proration_details: { credited_items: null },
        subscription: null,
      },
      subscription_item_details: null,
      type: 'invoice_item_details',
    },
    period: item.period,
    pretax_credit_amounts: [],
    pricing: item.pricing,
    quantity: item.quantity,
    quantity_decimal: item.quantity_decimal,
    subscription: null,
    subtotal: item.amount,
    taxes: [],
  };
}

export function updateInvoice(
  engine: Engine,
  id: string,
  params: Stripe.InvoiceUpdateParams,
): Stripe.Invoice {
  const invoice = getInvoice(engine, id);
  const metadata = mergeMetadata(invoice.metadata ?? {}, params.metadata);
  const changed = {
    ...applyChanges(invoice, params, ['description']),
    ...change(invoice, { metadata }),
  };
  engine.store.invoices.put(id, invoice);
  emit(engine, 'invoice.updated', invoice, changed);
  return invoice;
}

/** Deletes a draft and its items. */
export function deleteInvoice(engine: Engine, id: string): Stripe.DeletedInvoice {
  const invoice = getInvoice(engine, id);
  if (invoice.status !== 'draft') {
    throw invalidRequest(`You can only delete draft invoices. This invoice is ${invoice.status}.`, {
      code: 'invoice_not_editable',
    });
  }
  for (const { parent } of invoice.lines.data) {
    engine.store.invoiceItems.delete(parent?.invoice_item_details?.invoice_item ?? '');
  }
  engine.store.invoices.delete(id);
  emit(engine, 'invoice.deleted', invoice);
  return { id, object: 'invoice', deleted: true };
}
