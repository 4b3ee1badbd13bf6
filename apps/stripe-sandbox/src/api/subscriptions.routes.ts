import type Stripe from 'stripe';
import { createPortalSession } from '../engine/subscription/billing-portal';
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
import { listRoute, retrieveRoute, route } from './route';

export const subscriptionRoutes = [
  route<Stripe.BillingPortal.SessionCreateParams>({
    method: 'POST',
    path: '/v1/billing_portal/sessions',
    params: 'BillingPortal.SessionCreateParams',
    supports: ['customer', 'customer_account', 'expand', 'locale', 'return_url'],
    run: (engine, _id, params) => createPortalSession(engine, params),
  }),
  listRoute<Stripe.SubscriptionListParams>(
    '/v1/subscriptions',
    'SubscriptionListParams',
    ['created', 'customer', 'status'],
    listSubscriptions,
  ),
  retrieveRoute('/v1/subscriptions/:id', 'SubscriptionRetrieveParams', getSubscription),
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
  listRoute<Stripe.InvoiceListParams>(
    '/v1/invoices',
    'InvoiceListParams',
    ['created', 'customer', 'status', 'subscription'],
    listInvoices,
  ),
  retrieveRoute('/v1/invoices/:id', 'InvoiceRetrieveParams', getInvoice),
  listRoute<Stripe.InvoicePaymentListParams>(
    '/v1/invoice_payments',
    'InvoicePaymentListParams',
    ['invoice'],
    listInvoicePayments,
  ),
  retrieveRoute('/v1/invoice_payments/:id', 'InvoicePaymentRetrieveParams', getInvoicePayment),
];
