import type Stripe from 'stripe';
import { addressOf } from '../address';
import { nowSeconds } from '../clock';
import { checkEmail, getCustomer } from '../customers';
import type { Engine } from '../engine';
import { emit } from '../events';
import { newId, randomText } from '../ids';
import { inRange, pageOf, type List } from '../list';
import { mergeMetadata } from '../metadata';
import { checkCurrency } from '../prices';
import { invalidRequest, resourceMissing, StripeError } from '../stripe-error';
import { captureCharge, getCharge } from './charges';
import { confirmIntent, failAuthentication, type ConfirmOptions } from './confirm-intent';
import { getPaymentMethodRecord, NOBODY, type Owner } from './payment-methods';

/** What a payment intent is made of; the rest of its fields follow. */
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

/** A payment intent that has not been tried yet. */
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

/** Makes a payment intent as the API asks for it, and confirms it when told. Throws 402 for a declined card. */
export function createPaymentIntent(
  engine: Engine,
  params: Stripe.PaymentIntentCreateParams,
): Stripe.PaymentIntent {
  if (params.amount < 1) {
    throw invalidRequest('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    });
  }
  if (params.customer !== undefined) getCustomer(engine, params.customer, 'customer', 400);
  const intent = makePaymentIntent(engine, {
    amount: params.amount,
    currency: checkCurrency(params.currency, 'currency'),
    paymentMethodTypes: params.allowed_payment_method_types ?? ['card'],
    owner: { ...NOBODY, ...(params.customer !== undefined && { customer: params.customer }) },
    data: params,
    shipping: params.shipping
      ? {
          address: addressOf(params.shipping.address),
          carrier: params.shipping.carrier ?? null,
          name: params.shipping.name,
          phone: params.shipping.phone ?? null,
          tracking_number: params.shipping.tracking_number ?? null,
        }
      : null,
  });
  if (params.automatic_payment_methods) {
    intent.automatic_payment_methods = { allow_redirects: 'always', enabled: true };
  }
  if (params.payment_method !== undefined) {
    intent.payment_method = getPaymentMethodRecord(engine, params.payment_method, 400).object.id;
    intent.status = 'requires_confirmation';
  }
  return params.confirm ? confirmPaymentIntent(engine, intent.id, params) : intent;
}

/** Confirms with the given or the attached payment method. Throws 402 when the card is declined. */
export function confirmPaymentIntent(
  engine: Engine,
  id: string,
  params: Pick<Stripe.PaymentIntentConfirmParams, 'payment_method' | 'return_url'>,
): Stripe.PaymentIntent {
  const intent = getPaymentIntent(engine, id);
  if (!['requires_payment_method', 'requires_confirmation'].includes(intent.status)) {
    throw unexpectedState(intent, 'confirm');
  }
  const methodId = params.payment_method ?? (intent.payment_method as string | null);
  if (methodId === null) {
    throw invalidRequest(
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
      { code: 'payment_intent_unexpected_state' },
    );
  }
  const method = getPaymentMethodRecord(engine, methodId, 400);
  const result = confirmIntent(engine, intent, method, confirmOptions(engine, intent, params));
  if (result.outcome === 'declined') {
    const snapshot = structuredClone(intent);
    throw new StripeError(402, { ...result.error, payment_intent: snapshot });
  }
  return intent;
}

function confirmOptions(
  engine: Engine,
  intent: Stripe.PaymentIntent,
  { return_url: returnUrl }: { return_url?: string },
): ConfirmOptions {
  const page = `${engine.world.publicUrl}/c/authenticate/${intent.id}`;
  return {
    owner: () => ({
      customer: intent.customer as string | null,
      customer_account: intent.customer_account,
    }),
    authenticateUrl: page,
    returnUrl: returnUrl ?? page,
  };
}

/** The shopper passed 3-D Secure or failed it, outside of Checkout; answers where the browser goes on. */
export function authenticateIntent(engine: Engine, id: string, passed: boolean): string {
  const intent = getPaymentIntent(engine, id);
  const redirect = intent.next_action?.redirect_to_url;
  const method = engine.store.paymentMethods.get((intent.payment_method ?? '') as string);
  if (intent.status !== 'requires_action' || !redirect || !method) {
    throw unexpectedState(intent, 'authenticate');
  }
  const options = confirmOptions(engine, intent, {});
  const result = passed
    ? confirmIntent(engine, intent, method, { ...options, authenticated: true })
    : failAuthentication(engine, intent, method);
  const url = new URL(redirect.return_url ?? options.returnUrl);
  url.searchParams.set('payment_intent', intent.id);
  url.searchParams.set('payment_intent_client_secret', intent.client_secret ?? '');
  url.searchParams.set('redirect_status', result.outcome === 'declined' ? 'failed' : 'succeeded');
  return url.href;
}

/** Takes the authorized amount, or `amount_to_capture` of it; the rest is released. */
export function capturePaymentIntent(
  engine: Engine,
  id: string,
  params: Stripe.PaymentIntentCaptureParams,
): Stripe.PaymentIntent {
  const intent = getPaymentIntent(engine, id);
  if (intent.status !== 'requires_capture') throw unexpectedState(intent, 'capture');
  const amount = params.amount_to_capture ?? intent.amount_capturable;
  if (amount < 1 || amount > intent.amount_capturable) {
    throw invalidRequest(`The requested capture amount is greater than the authorized amount.`, {
      code: 'amount_too_large',
      param: 'amount_to_capture',
    });
  }
  captureCharge(engine, getCharge(engine, intent.latest_charge as string), amount);
  Object.assign(intent, { amount_capturable: 0, amount_received: amount, status: 'succeeded' });
  engine.store.paymentIntents.put(id, intent);
  emit(engine, 'payment_intent.succeeded', intent);
  return intent;
}

const CANCELABLE = [
  'requires_payment_method',
  'requires_capture',
  'requires_confirmation',
  'requires_action',
  'processing',
];

export function cancelPaymentIntent(
  engine: Engine,
  id: string,
  params: Stripe.PaymentIntentCancelParams,
): Stripe.PaymentIntent {
  const intent = getPaymentIntent(engine, id);
  if (!CANCELABLE.includes(intent.status)) throw unexpectedState(intent, 'cancel');
  Object.assign(intent, {
    amount_capturable: 0,
    canceled_at: nowSeconds(engine.clock),
    cancellation_reason: params.cancellation_reason ?? null,
    next_action: null,
    status: 'canceled',
  });
  engine.store.paymentIntents.put(id, intent);
  emit(engine, 'payment_intent.canceled', intent);
  return intent;
}

function unexpectedState(intent: Stripe.PaymentIntent, action: string): StripeError {
  return invalidRequest(
    `You cannot ${action} this PaymentIntent because it has a status of ${intent.status}.`,
    { code: 'payment_intent_unexpected_state' },
  );
}

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
