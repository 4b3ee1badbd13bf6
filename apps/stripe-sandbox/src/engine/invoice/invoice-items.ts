import type Stripe from 'stripe';
import { amountOf } from '../amount-of';
import { nowSeconds } from '../clock';
import { getCustomer } from '../customers';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { newId } from '../ids';
import { inRange, pageOf, type List } from '../list';
import { mergeMetadata } from '../metadata';
import { checkCurrency, getPrice } from '../prices';
import { invalidRequest, missingParam, resourceMissing } from '../stripe-error';

/** What a customer is to pay with the next invoice: an amount, or a one-time price and a quantity. */
export function createInvoiceItem(
  engine: Engine,
  params: Stripe.InvoiceItemCreateParams,
): Stripe.InvoiceItem {
  if (params.customer === undefined) throw missingParam('customer');
  const customer = getCustomer(engine, params.customer, 'customer', 400);
  const now = nowSeconds(engine.clock);
  const quantity = params.quantity ?? 1;
  const { amount, currency, description, pricing } = valueOf(engine, params, quantity);
  const item: Stripe.InvoiceItem = {
    id: newId('ii'),
    object: 'invoiceitem',
    amount,
    currency,
    customer: customer.id,
    customer_account: null,
    date: now,
    description: params.description ?? description,
    discountable: true,
    discounts: [],
    invoice: null,
    livemode: false,
    metadata: mergeMetadata({}, params.metadata),
    net_amount: amount,
    parent: null,
    period: { end: now, start: now },
    pricing,
    proration: false,
    quantity,
    quantity_decimal: decimal(quantity),
    tax_rates: [],
    test_clock: null,
  };
  engine.store.invoiceItems.put(item.id, item);
  emit(engine, 'invoiceitem.created', item);
  return item;
}

function valueOf(
  engine: Engine,
  params: Stripe.InvoiceItemCreateParams,
  quantity: number,
): Pick<Stripe.InvoiceItem, 'amount' | 'currency' | 'description' | 'pricing'> {
  const priceId = params.pricing?.price;
  if (priceId === undefined) {
    if (params.amount === undefined) throw missingParam('amount');
    return {
      amount: params.amount,
      currency: checkCurrency(params.currency ?? 'usd', 'currency'),
      description: null,
      pricing: { type: 'price_details', unit_amount_decimal: decimal(params.amount / quantity) },
    };
  }
  const price = getPrice(engine, priceId, 'pricing[price]', 400);
  if (price.recurring) {
    throw invalidRequest(
      'The price specified is set to `type=recurring` but this field only accepts prices with `type=one_time`.',
      {
        param: 'pricing[price]',
      },
    );
  }
  const product = engine.store.products.get(price.product as string);
  return {
    amount: amountOf(price, quantity),
    currency: price.currency,
    description: product && !product.deleted ? product.name : null,
    pricing: {
      price_details: { price: price.id, product: price.product as string },
      type: 'price_details',
      unit_amount_decimal: price.unit_amount_decimal,
    },
  };
}

export function getInvoiceItem(engine: Engine, id: string): Stripe.InvoiceItem {
  const item = engine.store.invoiceItems.get(id);
  if (!item) throw resourceMissing('invoiceitem', id, 'id', 404);
  return item;
}

/** Deletes an item that is on no invoice yet, or on a draft. */
export function deleteInvoiceItem(engine: Engine, id: string): Stripe.DeletedInvoiceItem {
  const item = getInvoiceItem(engine, id);
  if (item.invoice !== null) {
    throw invalidRequest('This invoice item is on an invoice. Delete the draft invoice instead.');
  }
  engine.store.invoiceItems.delete(id);
  emit(engine, 'invoiceitem.deleted', item);
  return { id, object: 'invoiceitem', deleted: true };
}

/** The customer's items that are on no invoice yet. */
export function pendingItems(engine: Engine, customer: string, currency?: string) {
  return engine.store.invoiceItems
    .newestFirst()
    .filter(
      (item) =>
        item.customer === customer &&
        item.invoice === null &&
        (currency === undefined || item.currency === currency),
    )
    .reverse();
}

export function listInvoiceItems(
  engine: Engine,
  params: Stripe.InvoiceItemListParams,
): List<Stripe.InvoiceItem> {
  const { customer, invoice, pending } = params;
  const matching = engine.store.invoiceItems
    .newestFirst()
    .filter(
      (item) =>
        inRange(item.date, params.created) &&
        (customer === undefined || item.customer === customer) &&
        (invoice === undefined || item.invoice === invoice) &&
        (pending === undefined || pending === (item.invoice === null)),
    );
  return pageOf(matching, params, '/v1/invoiceitems', 'invoiceitem');
}

/** The SDK's type for decimal numbers is text on the wire. */
const decimal = (value: number) => String(value) as unknown as Stripe.Decimal;
