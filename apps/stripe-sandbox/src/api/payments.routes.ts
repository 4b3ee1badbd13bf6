import type Stripe from 'stripe';
import {
  cancelPaymentIntent,
  capturePaymentIntent,
  confirmPaymentIntent,
  createPaymentIntent,
} from '../engine/payment/intent-actions';
import {
  getPaymentIntent,
  listPaymentIntents,
  updatePaymentIntent,
} from '../engine/payment/payment-intents';
import {
  attachPaymentMethod,
  createPaymentMethod,
  detachPaymentMethod,
  getPaymentMethodRecord,
  listPaymentMethods,
  updatePaymentMethod,
} from '../engine/payment/payment-methods';
import { listRoute, retrieveRoute, route } from './route';

/** Names and values of older API versions that the Stripe CLI's fixtures still send. */
export const LEGACY_METHOD_TYPES = {
  payment_method_types: { type: 'array', items: { type: 'string' } },
} as const;
const LEGACY_TRANSFER_TYPE = {
  'payment_method_options.customer_balance.bank_transfer.type': { type: 'string' },
} as const;

export const paymentRoutes = [
  route<Stripe.PaymentIntentCreateParams & { payment_method_types?: string[] }>({
    method: 'POST',
    path: '/v1/payment_intents',
    params: 'PaymentIntentCreateParams',
    legacy: { ...LEGACY_METHOD_TYPES, ...LEGACY_TRANSFER_TYPE },
    supports: [
      'allowed_payment_method_types',
      'amount',
      'automatic_payment_methods',
      'capture_method',
      'confirm',
      'confirmation_method',
      'currency',
      'customer',
      'description',
      'expand',
      'mandate_data.customer_acceptance.accepted_at',
      'mandate_data.customer_acceptance.offline',
      'mandate_data.customer_acceptance.type',
      'metadata',
      'payment_method',
      'payment_method_data.billing_details',
      'payment_method_data.type',
      'payment_method_options.customer_balance',
      'receipt_email',
      'return_url',
      'setup_future_usage',
      'shipping',
      'statement_descriptor',
      'statement_descriptor_suffix',
      'transfer_group',
    ],
    run: (engine, _id, { payment_method_types: types, ...params }) =>
      createPaymentIntent(engine, {
        ...params,
        ...(types && { allowed_payment_method_types: types }),
      }),
  }),
  listRoute<Stripe.PaymentIntentListParams>(
    '/v1/payment_intents',
    'PaymentIntentListParams',
    ['created', 'customer', 'customer_account'],
    listPaymentIntents,
  ),
  retrieveRoute('/v1/payment_intents/:id', 'PaymentIntentRetrieveParams', getPaymentIntent),
  route<Stripe.PaymentIntentUpdateParams>({
    method: 'POST',
    path: '/v1/payment_intents/:id',
    params: 'PaymentIntentUpdateParams',
    unsettable: ['description'],
    supports: ['description', 'expand', 'metadata', 'receipt_email'],
    run: (engine, id, params) => updatePaymentIntent(engine, id, params),
  }),
  route<Stripe.PaymentIntentConfirmParams>({
    method: 'POST',
    path: '/v1/payment_intents/:id/confirm',
    params: 'PaymentIntentConfirmParams',
    supports: ['expand', 'payment_method', 'return_url'],
    run: (engine, id, params) => confirmPaymentIntent(engine, id, params),
  }),
  route<Stripe.PaymentIntentCaptureParams>({
    method: 'POST',
    path: '/v1/payment_intents/:id/capture',
    params: 'PaymentIntentCaptureParams',
    supports: ['amount_to_capture', 'expand'],
    run: (engine, id, params) => capturePaymentIntent(engine, id, params),
  }),
  route<Stripe.PaymentIntentCancelParams>({
    method: 'POST',
    path: '/v1/payment_intents/:id/cancel',
    params: 'PaymentIntentCancelParams',
    supports: ['cancellation_reason', 'expand'],
    run: (engine, id, params) => cancelPaymentIntent(engine, id, params),
  }),
  route<Stripe.PaymentMethodCreateParams>({
    method: 'POST',
    path: '/v1/payment_methods',
    params: 'PaymentMethodCreateParams',
    supports: [
      'billing_details.address',
      'billing_details.email',
      'billing_details.name',
      'billing_details.phone',
      'card.cvc',
      'card.exp_month',
      'card.exp_year',
      'card.number',
      'card.token',
      'expand',
      'metadata',
      'sepa_debit',
      'type',
    ],
    run: (engine, _id, params) => createPaymentMethod(engine, params),
  }),
  listRoute<Stripe.PaymentMethodListParams>(
    '/v1/payment_methods',
    'PaymentMethodListParams',
    ['customer', 'type'],
    listPaymentMethods,
  ),
  retrieveRoute(
    '/v1/payment_methods/:id',
    'PaymentMethodRetrieveParams',
    (engine, id) => getPaymentMethodRecord(engine, id).object,
  ),
  route<Stripe.PaymentMethodUpdateParams>({
    method: 'POST',
    path: '/v1/payment_methods/:id',
    params: 'PaymentMethodUpdateParams',
    supports: ['expand', 'metadata'],
    run: (engine, id, params) => updatePaymentMethod(engine, id, params),
  }),
  route<Stripe.PaymentMethodAttachParams>({
    method: 'POST',
    path: '/v1/payment_methods/:id/attach',
    params: 'PaymentMethodAttachParams',
    supports: ['customer', 'expand'],
    run: (engine, id, params) => attachPaymentMethod(engine, id, params),
  }),
  route<Stripe.PaymentMethodDetachParams>({
    method: 'POST',
    path: '/v1/payment_methods/:id/detach',
    params: 'PaymentMethodDetachParams',
    supports: ['expand'],
    run: (engine, id) => detachPaymentMethod(engine, id),
  }),
];
