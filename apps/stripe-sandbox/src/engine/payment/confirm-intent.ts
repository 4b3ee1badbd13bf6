import type Stripe from 'stripe';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { newId } from '../ids';
import { invalidRequest, type StripeErrorBody } from '../stripe-error';
import { AUTHENTICATION_FAILED, declineError, type Decline } from './cards';
import { bookCharge, createCharge, getCharge, settleCharge } from './charges';
import { openDispute } from './disputes';
import { warnOfFraud } from './fraud-warnings';
import { kindOf, microdepositsAction } from './method-kinds';
import { attach } from './payment-methods';
import type { Owner, PaymentMethodRecord } from './payment-method-record';
import { openReview } from './reviews';

/** The result of confirming a payment intent; the intent has the details. */
export type Confirmation =
  | { outcome: 'succeeded' | 'requires_capture' | 'processing' | 'requires_action' }
  | { outcome: 'declined'; error: StripeErrorBody };

export interface ConfirmOptions {
  /** The owner of the payment, read when it has succeeded. */
  owner: () => Owner;
  /** The shopper has passed the 3-D Secure step. */
  authenticated?: boolean;
  /** The URL of the 3-D Secure step, and the URL it returns to. */
  authenticateUrl: string;
  returnUrl: string;
}

/** Pays with a method: at once, with 3-D Secure, or with a result that comes later. */
export function confirmIntent(
  engine: Engine,
  intent: Stripe.PaymentIntent,
  method: PaymentMethodRecord,
  options: ConfirmOptions,
): Confirmation {
  const { authenticated = false } = options;
  const { behaviour, object } = method;
  if (behaviour.authenticate && !authenticated) {
    intent.payment_method = object.id;
    intent.next_action = {
      type: 'redirect_to_url',
      redirect_to_url: { return_url: options.returnUrl, url: options.authenticateUrl },
    };
    return moveIntent(engine, intent, 'requires_action');
  }
  if (behaviour.decline) {
    return declineIntent(engine, intent, method, behaviour.decline);
  }
  const owner = options.owner();
  Object.assign(intent, owner);
  intent.payment_method = object.id;
  intent.next_action = null;
  intent.last_payment_error = null;
  const isGuest = owner.customer === null && owner.customer_account === null;
  if (isGuest && !intent.setup_future_usage) spend(engine, object.id);
  const kind = kindOf(object.type);
  if (kind.nextAction) {
    intent.next_action = kind.nextAction(engine, intent);
    return moveIntent(engine, intent, 'requires_action');
  }
  if (behaviour.microdeposits) {
    intent.next_action = microdepositsAction(engine, intent);
    return moveIntent(engine, intent, 'requires_action');
  }
  if (kind.timing === 'debit') {
    const charge = createCharge(engine, intent, object, { status: 'pending' });
    intent.latest_charge = charge.id;
    return moveIntent(engine, intent, 'processing');
  }
  if (intent.setup_future_usage) attach(engine, method, owner);
  const review = behaviour.review ? newId('prv') : null;
  const charge = createCharge(engine, intent, object, {
    status: 'succeeded',
    authenticated,
    review,
  });
  intent.latest_charge = charge.id;
  if (review !== null) openReview(engine, review, intent, charge);
  if (!charge.captured) {
    intent.amount_capturable = intent.amount;
    return moveIntent(engine, intent, 'requires_capture');
  }
  intent.amount_received = intent.amount;
  const confirmation = moveIntent(engine, intent, 'succeeded');
  bookCharge(engine, charge);
  if (behaviour.fraudWarning) warnOfFraud(engine, charge);
  if (behaviour.dispute) {
    openDispute(engine, charge, {
      reason: behaviour.dispute,
      ...(behaviour.inquiry && { status: 'warning_needs_response' }),
    });
  }
  return confirmation;
}

/** A method that nobody keeps pays once. */
function spend(engine: Engine, methodId: string): void {
  const record = engine.store.paymentMethods.get(methodId);
  if (!record) return;
  record.spent = true;
  engine.store.paymentMethods.put(methodId, record);
}

/** The shopper has verified the bank account: the debit begins. */
export function finishMicrodeposits(engine: Engine, intent: Stripe.PaymentIntent): void {
  const method = engine.store.paymentMethods.get((intent.payment_method ?? '') as string);
  if (!intent.next_action?.verify_with_microdeposits || !method) {
    throw invalidRequest('This payment does not wait for microdeposits.');
  }
  intent.next_action = null;
  const charge = createCharge(engine, intent, method.object, { status: 'pending' });
  intent.latest_charge = charge.id;
  moveIntent(engine, intent, 'processing');
}

/** The shopper failed 3-D Secure. */
export function failAuthentication(
  engine: Engine,
  intent: Stripe.PaymentIntent,
  method: PaymentMethodRecord | undefined,
): Confirmation {
  return refuse(engine, intent, AUTHENTICATION_FAILED, method?.object);
}

/** Ends a delayed payment: the bank or the voucher's shop has answered. */
export function settleIntent(
  engine: Engine,
  intent: Stripe.PaymentIntent,
  method: PaymentMethodRecord,
  decline?: Decline,
): Confirmation {
  intent.next_action = null;
  if (typeof intent.latest_charge === 'string') {
    settleCharge(engine, getCharge(engine, intent.latest_charge), decline);
  } else if (!decline) {
    const charge = createCharge(engine, intent, method.object, { status: 'succeeded' });
    intent.latest_charge = charge.id;
  }
  if (decline) return refuse(engine, intent, declineError(decline), method.object);
  intent.amount_received = intent.amount;
  const confirmation = moveIntent(engine, intent, 'succeeded');
  bookCharge(engine, getCharge(engine, intent.latest_charge as string));
  return confirmation;
}

function declineIntent(
  engine: Engine,
  intent: Stripe.PaymentIntent,
  method: PaymentMethodRecord,
  decline: Decline,
): Confirmation {
  const charge = createCharge(engine, intent, method.object, { status: 'failed', decline });
  intent.latest_charge = charge.id;
  const error = { ...declineError(decline), charge: charge.id };
  return refuse(engine, intent, error, method.object);
}

function refuse(
  engine: Engine,
  intent: Stripe.PaymentIntent,
  error: StripeErrorBody,
  method: Stripe.PaymentMethod | undefined,
): Confirmation {
  Object.assign(intent, {
    last_payment_error: { ...error, ...(method && { payment_method: structuredClone(method) }) },
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  });
  engine.store.paymentIntents.put(intent.id, intent);
  emit(engine, 'payment_intent.payment_failed', intent);
  return { outcome: 'declined', error };
}

const EVENT_OF = {
  succeeded: 'payment_intent.succeeded',
  requires_capture: 'payment_intent.amount_capturable_updated',
  processing: 'payment_intent.processing',
  requires_action: 'payment_intent.requires_action',
} as const;

function moveIntent(
  engine: Engine,
  intent: Stripe.PaymentIntent,
  status: keyof typeof EVENT_OF,
): Confirmation {
  intent.status = status;
  engine.store.paymentIntents.put(intent.id, intent);
  emit(engine, EVENT_OF[status], intent);
  return { outcome: status };
}
