import type Stripe from 'stripe';
import { createSubscription } from '../engine/subscription/create-subscription';
import { createPortalSession } from '../engine/subscription/billing-portal';
import {
  cancelSubscription,
  getSubscription,
  listSubscriptions,
} from '../engine/subscription/subscriptions';
import { updateSubscription } from '../engine/subscription/update-subscription';
import { listRoute, retrieveRoute, route } from './route';

export const subscriptionRoutes = [
  route<Stripe.BillingPortal.SessionCreateParams>({
    method: 'POST',
    path: '/v1/billing_portal/sessions',
    params: 'BillingPortal.SessionCreateParams',
    supports: ['customer', 'customer_account', 'expand', 'locale', 'return_url'],
    run: (engine, _id, params) => createPortalSession(engine, params),
  }),
  route<Stripe.SubscriptionCreateParams>({
    method: 'POST',
    path: '/v1/subscriptions',
    params: 'SubscriptionCreateParams',
    supports: [
      'customer',
      'default_payment_method',
      'description',
      'expand',
      'items[].metadata',
      'items[].price',
      'items[].quantity',
      'metadata',
      'payment_behavior',
      'trial_end',
      'trial_period_days',
      'trial_settings.end_behavior.missing_payment_method',
    ],
    run: (engine, _id, params) => createSubscription(engine, params),
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
    supports: [
      'cancel_at_period_end',
      'description',
      'expand',
      'items[].id',
      'items[].price',
      'items[].quantity',
      'metadata',
      'trial_end',
    ],
    run: (engine, id, params) => updateSubscription(engine, id, params),
  }),
  route<Stripe.SubscriptionCancelParams>({
    method: 'DELETE',
    path: '/v1/subscriptions/:id',
    params: 'SubscriptionCancelParams',
    supports: ['expand'],
    run: (engine, id) => cancelSubscription(engine, id),
  }),
];
