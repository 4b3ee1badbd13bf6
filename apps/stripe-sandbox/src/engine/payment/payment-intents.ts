import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import { checkEmail } from '../customers';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { newId, randomText } from '../ids';
import { inRange, pageOf, type List } from '../list';
import { mergeMetadata } from '../metadata';
import { resourceMissing } from '../stripe-error';
import type { Owner } from './payment-method-record';

/** The parameters of a payment intent; its other fields are derived. */
export interface NewPaymentIntent {
  amount: number;
  currency: string;
  paymentMethodTypes: string[];
  owner: Owner;
  data: Pick<
    Stripe.Checkout.SessionCreateParams.PaymentIntentData,
    | 'capture_method'
    | 'description'
    | 'metadata'
    | 'receipt_email'
    | 'setup_future_usage'
    | 'statement_descriptor'
    | 'statement_descriptor_suffix'
    | 'transfer_group'
  >;
  shipping: Stripe.PaymentIntent.Shipping | null;
}

/** Makes a payment intent without a payment attempt. */
export function makePaymentIntent(engine: Engine, wanted: NewPaymentIntent): Stripe.PaymentIntent {
  const id = newId('pi');
  const { data } = wanted;
  const intent: Stripe.PaymentIntent = {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: wanted.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: data.capture_method ?? 'automatic_async',
    client_secret: `${id}_secret_${randomText(25)}`,
    confirmation_method: 'automatic',
    created: nowSeconds(engine.clock),
    currency: wanted.currency,
    description: data.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: mergeMetadata({}, data.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: wanted.paymentMethodTypes.includes('card') ? CARD_OPTIONS : {},
    payment_method_types: wanted.paymentMethodTypes,
    payment_record: null,
    processing: null,
    receipt_email: data.receipt_email ?? null,
    review: null,
    setup_future_usage: data.setup_future_usage ?? null,
    shipping: wanted.shipping,
    source: null,
    statement_descriptor: data.statement_descriptor ?? null,
    statement_descriptor_suffix: data.statement_descriptor_suffix ?? null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: data.transfer_group ?? null,
    ...wanted.owner,
  };
  engine.store.paymentIntents.put(id, intent);
  emit(engine, 'payment_intent.created', intent);
  return intent;
}

const CARD_OPTIONS: Stripe.PaymentIntent.PaymentMethodOptions = {
  card: {
    installments: null,
    mandate_options: null,
    network: null,
    request_three_d_secure: 'automatic',
  },
};

export function getPaymentIntent(
  engine: Engine,
  id: string,
  param = 'intent',
  status = 404,
): Stripe.PaymentIntent {
  const intent = engine.store.paymentIntents.get(id);
  if (!intent) throw resourceMissing('payment_intent', id, param, status);
  return intent;
}

export function updatePaymentIntent(
  engine: Engine,
  id: string,
  params: Stripe.PaymentIntentUpdateParams,
): Stripe.PaymentIntent {
  const intent = getPaymentIntent(engine, id);
  intent.metadata = mergeMetadata(intent.metadata, params.metadata);
  if (params.description !== undefined) intent.description = params.description || null;
  if (params.receipt_email !== undefined) {
    intent.receipt_email = params.receipt_email
      ? checkEmail(params.receipt_email, 'receipt_email')
      : null;
  }
  return engine.store.paymentIntents.put(id, intent);
}

export function listPaymentIntents(
  engine: Engine,
  params: Stripe.PaymentIntentListParams,
): List<Stripe.PaymentIntent> {
  const matching = engine.store.paymentIntents
    .newestFirst()
    .filter(
      (intent) =>
        inRange(intent.created, params.created) &&
        (params.customer === undefined || intent.customer === params.customer) &&
        (params.customer_account === undefined ||
          intent.customer_account === params.customer_account),
    );
  return pageOf(matching, params, '/v1/payment_intents', 'payment_intent');
}
