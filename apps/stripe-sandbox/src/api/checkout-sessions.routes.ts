import type Stripe from 'stripe';
import { createSession } from '../engine/checkout/create-session';
import { expireSession } from '../engine/checkout/expire-session';
import {
  currentSession,
  listSessionLines,
  listSessions,
  updateSession,
} from '../engine/checkout/sessions';
import { LIST_PARAMS, listRoute, retrieveRoute, route } from './route';

/** Parameters of older API versions that the Stripe CLI's fixtures still send. */
const LEGACY_PARAMS = {
  payment_method_types: { type: 'array', items: { type: 'string' } },
  'line_items[].amount': { type: 'number' },
  'line_items[].currency': { type: 'string' },
  'line_items[].description': { type: 'string' },
  'line_items[].images': { type: 'array', items: { type: 'string' } },
  'line_items[].name': { type: 'string' },
} as const;

type LineItemParams = Stripe.Checkout.SessionCreateParams.LineItem;

interface LegacyLine extends LineItemParams {
  amount?: number;
  currency?: string;
  description?: string;
  images?: string[];
  name?: string;
}

type LegacyParams = Omit<Stripe.Checkout.SessionCreateParams, 'line_items'> & {
  payment_method_types?: string[];
  line_items?: LegacyLine[];
};

function modernParams(given: LegacyParams): Stripe.Checkout.SessionCreateParams {
  const { payment_method_types: types, line_items: lines, ...params } = given;
  return {
    ...params,
    ...(types && { allowed_payment_method_types: types }),
    ...(lines && { line_items: lines.map(modernLine) }),
  };
}

function modernLine(given: LegacyLine): LineItemParams {
  const { amount, currency, description, images, name, ...line } = given;
  if (name === undefined || amount === undefined || currency === undefined) return line;
  const product = { name, ...(description && { description }), ...(images && { images }) };
  return { ...line, price_data: { currency, product_data: product, unit_amount: amount } };
}

export const checkoutSessionRoutes = [
  route<LegacyParams>({
    method: 'POST',
    path: '/v1/checkout/sessions',
    params: 'Checkout.SessionCreateParams',
    legacy: LEGACY_PARAMS,
    supports: [
      'adaptive_pricing',
      'after_expiration',
      'allow_promotion_codes',
      'allowed_payment_method_types',
      'automatic_tax.enabled',
      'billing_address_collection',
      'branding_settings.display_name',
      'cancel_url',
      'client_reference_id',
      'consent_collection.terms_of_service',
      'currency',
      'custom_fields',
      'custom_text',
      'customer',
      'customer_account',
      'customer_creation',
      'customer_email',
      'customer_update',
      'discounts',
      'excluded_payment_method_types',
      'expand',
      'expires_at',
      'integration_identifier',
      'invoice_creation.enabled',
      'invoice_creation.invoice_data.custom_fields',
      'invoice_creation.invoice_data.description',
      'invoice_creation.invoice_data.footer',
      'invoice_creation.invoice_data.metadata',
      'line_items[].adjustable_quantity',
      'line_items[].metadata',
      'line_items[].price',
      'line_items[].price_data.currency',
      'line_items[].price_data.product',
      'line_items[].price_data.product_data.description',
      'line_items[].price_data.product_data.images',
      'line_items[].price_data.product_data.metadata',
      'line_items[].price_data.product_data.name',
      'line_items[].price_data.product_data.tax_code',
      'line_items[].price_data.product_data.unit_label',
      'line_items[].price_data.recurring',
      'line_items[].price_data.tax_behavior',
      'line_items[].price_data.unit_amount',
      'line_items[].price_data.unit_amount_decimal',
      'line_items[].quantity',
      'line_items[].tax_rates',
      'locale',
      'metadata',
      'mode',
      'optional_items',
      'origin_context',
      'payment_intent_data.capture_method',
      'payment_intent_data.description',
      'payment_intent_data.metadata',
      'payment_intent_data.receipt_email',
      'payment_intent_data.setup_future_usage',
      'payment_intent_data.shipping',
      'payment_intent_data.statement_descriptor',
      'payment_intent_data.statement_descriptor_suffix',
      'payment_intent_data.transfer_group',
      'payment_method_collection',
      'payment_method_options.card.request_three_d_secure',
      'phone_number_collection',
      'setup_intent_data.description',
      'setup_intent_data.metadata',
      'shipping_address_collection',
      'shipping_options[].shipping_rate',
      'shipping_options[].shipping_rate_data.delivery_estimate',
      'shipping_options[].shipping_rate_data.display_name',
      'shipping_options[].shipping_rate_data.fixed_amount.amount',
      'shipping_options[].shipping_rate_data.fixed_amount.currency',
      'shipping_options[].shipping_rate_data.metadata',
      'shipping_options[].shipping_rate_data.tax_behavior',
      'shipping_options[].shipping_rate_data.tax_code',
      'shipping_options[].shipping_rate_data.type',
      'submit_type',
      'subscription_data.description',
      'subscription_data.metadata',
      'subscription_data.trial_end',
      'subscription_data.trial_period_days',
      'success_url',
      'tax_id_collection.enabled',
      'ui_mode',
    ],
    run: (engine, _id, params) => createSession(engine, modernParams(params)),
  }),
  listRoute<Stripe.Checkout.SessionListParams>(
    '/v1/checkout/sessions',
    'Checkout.SessionListParams',
    ['created', 'customer', 'customer_account', 'customer_details', 'payment_intent', 'status'],
    listSessions,
  ),
  retrieveRoute(
    '/v1/checkout/sessions/:id',
    'Checkout.SessionRetrieveParams',
    (engine, id) => currentSession(engine, id).object,
  ),
  route<Stripe.Checkout.SessionUpdateParams>({
    method: 'POST',
    path: '/v1/checkout/sessions/:id',
    params: 'Checkout.SessionUpdateParams',
    supports: ['expand', 'metadata'],
    run: (engine, id, params) => updateSession(engine, id, params),
  }),
  route<Stripe.Checkout.SessionExpireParams>({
    method: 'POST',
    path: '/v1/checkout/sessions/:id/expire',
    params: 'Checkout.SessionExpireParams',
    supports: ['expand'],
    run: (engine, id) => expireSession(engine, id),
  }),
  route<Stripe.Checkout.SessionListLineItemsParams>({
    method: 'GET',
    path: '/v1/checkout/sessions/:id/line_items',
    params: 'Checkout.SessionListLineItemsParams',
    supports: LIST_PARAMS,
    run: (engine, id, params) => listSessionLines(engine, id, params),
  }),
];
