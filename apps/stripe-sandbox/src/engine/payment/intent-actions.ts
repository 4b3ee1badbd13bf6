import type Stripe from 'stripe';
import { addressOf } from '../address';
import { nowSeconds } from '../clock';
import { getCustomer } from '../customers';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { checkCurrency } from '../prices';
import { invalidRequest, missingParam, StripeError } from '../stripe-error';
import { transferOptions } from './bank-transfer';
import { bookCharge, captureCharge, getCharge } from './charges';
import { confirmIntent, failAuthentication, type ConfirmOptions } from './confirm-intent';
import { checkNotOfCheckout } from './of-checkout';
import { getPaymentIntent, makePaymentIntent } from './payment-intents';
import { billingOf, keepMethod, knownType } from './payment-methods';
import { NOBODY, type Owner, type PaymentMethodRecord } from './payment-method-record';
import { checkMethodOwner, usableMethod } from './usable-method';

/** Makes a payment intent, and confirms it if `confirm` is set. Throws 402 if the card is declined. */
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
  const { automatic_payment_methods: automatic } = params;
  if (automatic?.enabled ?? !params.allowed_payment_method_types) {
    const allowRedirects = automatic?.allow_redirects ?? 'always';
    intent.automatic_payment_methods = { allow_redirects: allowRedirects, enabled: true };
  }
  const balance = params.payment_method_options?.customer_balance;
  if (balance) {
    const options = transferOptions(balance, intent.currency);
    intent.payment_method_options = { ...intent.payment_method_options, customer_balance: options };
  }
  intent.confirmation_method = params.confirmation_method ?? 'automatic';
  const method = givenMethod(engine, params);
  if (method) {
    intent.payment_method = method.object.id;
    intent.status = 'requires_confirmation';
  }
  return params.confirm ? confirmPaymentIntent(engine, intent.id, params) : intent;
}

function givenMethod(
  engine: Engine,
  { payment_method: id, payment_method_data: data }: Stripe.PaymentIntentCreateParams,
): PaymentMethodRecord | undefined {
  if (id !== undefined) return usableMethod(engine, id);
  if (!data) return undefined;
  const type = knownType(data.type, 'payment_method_data[type]');
  if (type === 'card') throw missingParam('payment_method_data[card]');
  return keepMethod(engine, type, billingOf(data.billing_details ?? {}));
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
  checkNotOfCheckout(engine, id, 'PaymentIntents');
  const methodId = params.payment_method ?? (intent.payment_method as string | null);
  if (methodId === null) {
    throw invalidRequest(
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
      { code: 'payment_intent_unexpected_state' },
    );
  }
  const method = usableMethod(engine, methodId);
  checkMethodOwner(method, ownerOf(intent), 'PaymentIntent');
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
    owner: () => ownerOf(intent),
    authenticateUrl: page,
    returnUrl: returnUrl ?? page,
  };
}

const ownerOf = (intent: Stripe.PaymentIntent): Owner => ({
  customer: intent.customer as string | null,
  customer_account: intent.customer_account,
});

/** Ends the 3-D Secure step of a payment outside of Checkout; returns the URL where the browser continues. */
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

/** Captures the authorized amount, or `amount_to_capture` of it; the rest is released. */
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
  const charge = getCharge(engine, intent.latest_charge as string);
  captureCharge(engine, charge, amount);
  Object.assign(intent, { amount_capturable: 0, amount_received: amount, status: 'succeeded' });
  engine.store.paymentIntents.put(id, intent);
  emit(engine, 'payment_intent.succeeded', intent);
  bookCharge(engine, charge);
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
  if (intent.status !== 'requires_capture' && !engine.settings.cancelCheckoutPayments) {
    checkNotOfCheckout(engine, id, 'PaymentIntents');
  }
  return markCanceled(engine, intent, params.cancellation_reason ?? null);
}

/** Nobody can pay it any more. */
export function markCanceled(
  engine: Engine,
  intent: Stripe.PaymentIntent,
  reason: Stripe.PaymentIntent.CancellationReason | null,
): Stripe.PaymentIntent {
  Object.assign(intent, {
    amount_capturable: 0,
    canceled_at: nowSeconds(engine.clock),
    cancellation_reason: reason,
    next_action: null,
    status: 'canceled',
  });
  engine.store.paymentIntents.put(intent.id, intent);
  emit(engine, 'payment_intent.canceled', intent);
  return intent;
}

function unexpectedState(intent: Stripe.PaymentIntent, action: string): StripeError {
  return invalidRequest(
    `You cannot ${action} this PaymentIntent because it has a status of ${intent.status}.`,
    { code: 'payment_intent_unexpected_state' },
  );
}
