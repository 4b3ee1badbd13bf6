import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine';
import { emit } from '../events';
import { newId, randomText } from '../ids';
import { inRange, pageOf, type List } from '../list';
import { mergeMetadata } from '../metadata';
import { resourceMissing } from '../stripe-error';

export interface NewPaymentIntent {
  amount: number;
  currency: string;
  paymentMethodTypes: string[];
  customer: string | null;
  customer_account: string | null;
  data: Stripe.Checkout.SessionCreateParams.PaymentIntentData;
  shipping: Stripe.PaymentIntent.Shipping | null;
}

/** A payment intent that has not been tried yet. */
export function createPaymentIntent(engine: Engine, wanted: NewPaymentIntent) {
  const id = newId('pi');
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
    capture_method: wanted.data.capture_method ?? 'automatic_async',
    client_secret: `${id}_secret_${randomText(25)}`,
    confirmation_method: 'automatic',
    created: nowSeconds(engine.clock),
    currency: wanted.currency,
    customer: wanted.customer,
    customer_account: wanted.customer_account,
    description: wanted.data.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: mergeMetadata({}, wanted.data.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: wanted.paymentMethodTypes.includes('card')
      ? {
          card: {
            installments: null,
            mandate_options: null,
            network: null,
            request_three_d_secure: 'automatic',
          },
        }
      : {},
    payment_method_types: wanted.paymentMethodTypes,
    payment_record: null,
    processing: null,
    receipt_email: wanted.data.receipt_email ?? null,
    review: null,
    setup_future_usage: wanted.data.setup_future_usage ?? null,
    shipping: wanted.shipping,
    source: null,
    statement_descriptor: wanted.data.statement_descriptor ?? null,
    statement_descriptor_suffix: wanted.data.statement_descriptor_suffix ?? null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: wanted.data.transfer_group ?? null,
  };
  engine.store.paymentIntents.put(id, intent);
  emit(engine, 'payment_intent.created', intent);
  return intent;
}

export function getPaymentIntent(engine: Engine, id: string): Stripe.PaymentIntent {
  const intent = engine.store.paymentIntents.get(id);
  if (!intent) throw resourceMissing('payment_intent', id, 'intent', 404);
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
  if (params.receipt_email !== undefined) intent.receipt_email = params.receipt_email || null;
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
        inRange(intent.created, params.created as number | undefined) &&
        (params.customer === undefined || intent.customer === params.customer) &&
        (params.customer_account === undefined ||
          intent.customer_account === params.customer_account),
    );
  return pageOf(matching, params, '/v1/payment_intents', 'payment_intent');
}
