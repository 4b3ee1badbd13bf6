import type Stripe from 'stripe';
import {
  cancelSetupIntent,
  confirmSetupIntent,
  createSetupIntent,
  updateSetupIntent,
} from '../engine/payment/setup-actions';
import { getSetupIntent, listSetupIntents } from '../engine/payment/setup-intents';
import { LEGACY_METHOD_TYPES } from './payments.routes';
import { listRoute, retrieveRoute, route } from './route';

export const setupIntentRoutes = [
  route<Stripe.SetupIntentCreateParams & { payment_method_types?: string[] }>({
    method: 'POST',
    path: '/v1/setup_intents',
    params: 'SetupIntentCreateParams',
    legacy: LEGACY_METHOD_TYPES,
    supports: [
      'allowed_payment_method_types',
      'automatic_payment_methods',
      'confirm',
      'customer',
      'description',
      'expand',
      'metadata',
      'payment_method',
      'return_url',
      'usage',
    ],
    run: (engine, _id, { payment_method_types: types, ...params }) =>
      createSetupIntent(engine, {
        ...params,
        ...(types && { allowed_payment_method_types: types }),
      }),
  }),
  listRoute<Stripe.SetupIntentListParams>(
    '/v1/setup_intents',
    'SetupIntentListParams',
    ['created', 'customer', 'payment_method'],
    listSetupIntents,
  ),
  retrieveRoute('/v1/setup_intents/:id', 'SetupIntentRetrieveParams', getSetupIntent),
  route<Stripe.SetupIntentUpdateParams>({
    method: 'POST',
    path: '/v1/setup_intents/:id',
    params: 'SetupIntentUpdateParams',
    unsettable: ['description'],
    supports: ['description', 'expand', 'metadata'],
    run: (engine, id, params) => updateSetupIntent(engine, id, params),
  }),
  route<Stripe.SetupIntentConfirmParams>({
    method: 'POST',
    path: '/v1/setup_intents/:id/confirm',
    params: 'SetupIntentConfirmParams',
    supports: ['expand', 'payment_method', 'return_url'],
    run: (engine, id, params) => confirmSetupIntent(engine, id, params),
  }),
  route<Stripe.SetupIntentCancelParams>({
    method: 'POST',
    path: '/v1/setup_intents/:id/cancel',
    params: 'SetupIntentCancelParams',
    supports: ['cancellation_reason', 'expand'],
    run: (engine, id, params) => cancelSetupIntent(engine, id, params),
  }),
];
