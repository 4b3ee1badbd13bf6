import type Stripe from 'stripe';
import {
  getInvoice,
  getInvoicePayment,
  listInvoicePayments,
  listInvoices,
} from '../engine/subscription/invoices';
import {
  cancelSubscription,
  getSubscription,
  listSubscriptions,
  updateSubscription,
} from '../engine/subscription/subscriptions';
import { LIST_PARAMS, route } from './route';

export const subscriptionRoutes = [
  route<Stripe.SubscriptionListParams>({
    method: 'GET',
    path: '/v1/subscriptions',
    params: 'SubscriptionListParams',
    supports: [...LIST_PARAMS, 'created', 'customer', 'status'],
    run: (engine, _id, params) => listSubscriptions(engine, params),
  }),
  route<Stripe.SubscriptionRetrieveParams>({
    method: 'GET',
    path: '/v1/subscriptions/:id',
    params: 'SubscriptionRetrieveParams',
    supports: ['expand'],
    run: (engine, id) => getSubscription(engine, id),
  }),
  route<Stripe.SubscriptionUpdateParams>({
    method: 'POST',
    path: '/v1/subscriptions/:id',
    params: 'SubscriptionUpdateParams',
    supports: ['cancel_at_period_end', 'description', 'expand', 'metadata'],
    run: (engine, id, params) => updateSubscription(engine, id, params),
  }),
  route<Stripe.SubscriptionCancelParams>({
    method: 'DELETE',
    path: '/v1/subscriptions/:id',
    params: 'SubscriptionCancelParams',
    supports: ['expand'],
    run: (engine, id) => cancelSubscription(engine, id),
  }),
  route<Stripe.InvoiceListParams>({
    method: 'GET',
    path: '/v1/invoices',
    params: 'InvoiceListParams',
    supports: [...LIST_PARAMS, 'created', 'customer', 'status', 'subscription'],
    run: (engine, _id, params) => listInvoices(engine, params),
  }),
  route<Stripe.InvoiceRetrieveParams>({
    method: 'GET',
    path: '/v1/invoices/:id',
    params: 'InvoiceRetrieveParams',
    supports: ['expand'],
    run: (engine, id) => getInvoice(engine, id),
  }),
  route<Stripe.InvoicePaymentListParams>({
    method: 'GET',
    path: '/v1/invoice_payments',
    params: 'InvoicePaymentListParams',
    supports: [...LIST_PARAMS, 'invoice'],
    run: (engine, _id, params) => listInvoicePayments(engine, params),
  }),
  route<Stripe.InvoicePaymentRetrieveParams>({
    method: 'GET',
    path: '/v1/invoice_payments/:id',
    params: 'InvoicePaymentRetrieveParams',
    supports: ['expand'],
    run: (engine, id) => getInvoicePayment(engine, id),
  }),
];
