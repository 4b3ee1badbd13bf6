import type Stripe from 'stripe';
import { createInvoice, deleteInvoice, updateInvoice } from '../engine/invoice/draft-invoice';
import {
  finalizeInvoice,
  markUncollectible,
  sendInvoice,
  voidInvoice,
} from '../engine/invoice/invoice-actions';
import {
  createInvoiceItem,
  deleteInvoiceItem,
  getInvoiceItem,
  listInvoiceItems,
} from '../engine/invoice/invoice-items';
import {
  getInvoice,
  getInvoicePayment,
  listInvoicePayments,
  listInvoices,
} from '../engine/invoice/invoices';
import { payInvoiceNow } from '../engine/subscription/pay-invoice-request';
import { listRoute, retrieveRoute, route } from './route';

export const invoiceRoutes = [
  route<Stripe.InvoiceItemCreateParams>({
    method: 'POST',
    path: '/v1/invoiceitems',
    params: 'InvoiceItemCreateParams',
    supports: [
      'amount',
      'currency',
      'customer',
      'description',
      'expand',
      'metadata',
      'pricing.price',
      'quantity',
    ],
    run: (engine, _id, params) => createInvoiceItem(engine, params),
  }),
  listRoute<Stripe.InvoiceItemListParams>(
    '/v1/invoiceitems',
    'InvoiceItemListParams',
    ['created', 'customer', 'invoice', 'pending'],
    listInvoiceItems,
  ),
  retrieveRoute('/v1/invoiceitems/:id', 'InvoiceItemRetrieveParams', getInvoiceItem),
  route<Stripe.InvoiceItemDeleteParams>({
    method: 'DELETE',
    path: '/v1/invoiceitems/:id',
    params: 'InvoiceItemDeleteParams',
    supports: [],
    run: (engine, id) => deleteInvoiceItem(engine, id),
  }),
  route<Stripe.InvoiceCreateParams>({
    method: 'POST',
    path: '/v1/invoices',
    params: 'InvoiceCreateParams',
    supports: [
      'collection_method',
      'currency',
      'customer',
      'days_until_due',
      'description',
      'due_date',
      'expand',
      'metadata',
      'pending_invoice_items_behavior',
    ],
    run: (engine, _id, params) => createInvoice(engine, params),
  }),
  listRoute<Stripe.InvoiceListParams>(
    '/v1/invoices',
    'InvoiceListParams',
    ['created', 'customer', 'status', 'subscription'],
    listInvoices,
  ),
  retrieveRoute('/v1/invoices/:id', 'InvoiceRetrieveParams', getInvoice),
  route<Stripe.InvoiceUpdateParams>({
    method: 'POST',
    path: '/v1/invoices/:id',
    params: 'InvoiceUpdateParams',
    supports: ['description', 'expand', 'metadata'],
    run: (engine, id, params) => updateInvoice(engine, id, params),
  }),
  route<Stripe.InvoiceDeleteParams>({
    method: 'DELETE',
    path: '/v1/invoices/:id',
    params: 'InvoiceDeleteParams',
    supports: [],
    run: (engine, id) => deleteInvoice(engine, id),
  }),
  route<Stripe.InvoiceFinalizeInvoiceParams>({
    method: 'POST',
    path: '/v1/invoices/:id/finalize',
    params: 'InvoiceFinalizeInvoiceParams',
    supports: ['expand'],
    run: (engine, id) => finalizeInvoice(engine, id),
  }),
  route<Stripe.InvoiceSendInvoiceParams>({
    method: 'POST',
    path: '/v1/invoices/:id/send',
    params: 'InvoiceSendInvoiceParams',
    supports: ['expand'],
    run: (engine, id) => sendInvoice(engine, id),
  }),
  route<Stripe.InvoiceVoidInvoiceParams>({
    method: 'POST',
    path: '/v1/invoices/:id/void',
    params: 'InvoiceVoidInvoiceParams',
    supports: ['expand'],
    run: (engine, id) => voidInvoice(engine, id),
  }),
  route<Stripe.InvoiceMarkUncollectibleParams>({
    method: 'POST',
    path: '/v1/invoices/:id/mark_uncollectible',
    params: 'InvoiceMarkUncollectibleParams',
    supports: ['expand'],
    run: (engine, id) => markUncollectible(engine, id),
  }),
  route<Stripe.InvoicePayParams>({
    method: 'POST',
    path: '/v1/invoices/:id/pay',
    params: 'InvoicePayParams',
    supports: ['expand', 'paid_out_of_band', 'payment_method'],
    run: (engine, id, params) => payInvoiceNow(engine, id, params),
  }),
  listRoute<Stripe.InvoicePaymentListParams>(
    '/v1/invoice_payments',
    'InvoicePaymentListParams',
    ['invoice', 'payment.payment_intent', 'payment.type'],
    listInvoicePayments,
  ),
  retrieveRoute('/v1/invoice_payments/:id', 'InvoicePaymentRetrieveParams', getInvoicePayment),
];
