import type Stripe from 'stripe';
import { addressOf } from '../address';
import type { Engine } from '../engine';
import { emit } from '../events';
import {
  AUTHENTICATION_FAILED,
  declineError,
  readCard,
  type CardBehaviour,
  type CardProblem,
  type TypedCard,
} from '../payment/cards';
import { createCardCharge } from '../payment/charges';
import { createPaymentIntent } from '../payment/payment-intents';
import { createCardMethod } from '../payment/payment-methods';
import type { StripeErrorBody } from '../stripe-error';
import { rememberCustomer } from './remember-customer';
import type { Payer } from './payer';
import type { SessionRecord } from './session-record';
import { currentSession } from './sessions';

/** How an attempt to pay ended. */
export type PayResult =
  | { outcome: 'completed'; session: Stripe.Checkout.Session; eventId: string }
  | { outcome: 'declined'; error: StripeErrorBody }
  | { outcome: 'requires_action' }
  | { outcome: 'closed'; session: Stripe.Checkout.Session };

/** What the shopper's Pay button does. A session that is not open any more stays as it is: outcome `closed`. */
export function paySession(engine: Engine, id: string, payer: Payer, typed: TypedCard): PayResult {
  const record = currentSession(engine, id);
  if (record.object.status !== 'open') return { outcome: 'closed', session: record.object };
  const problem = contactProblem(payer);
  if (problem) return { outcome: 'declined', error: problem };
  if (record.object.amount_total === 0) {
    rememberCustomer(engine, record, payer);
    return complete(engine, record, payer, 'no_payment_required');
  }
  const card = readCard(typed, engine.clock.nowMs());
  if (typeof card === 'string') return { outcome: 'declined', error: cardProblem(card) };
  const method = createCardMethod(engine, card, billingOf(payer), NO_OWNER);
  const intent = intentFor(engine, record, payer);
  if (card.behaviour.authenticate) {
    const { behaviour } = card;
    return askForAuthentication(engine, record, intent, {
      payer,
      paymentMethodId: method.id,
      behaviour,
    });
  }
  return charge(engine, record, intent, payer, method, card.behaviour);
}

/** What the 3-D Secure page does: the shopper proved to be the card's owner, or failed to. */
export function finishAuthentication(engine: Engine, id: string, passed: boolean): PayResult {
  const record = currentSession(engine, id);
  const { authenticating } = record;
  if (record.object.status !== 'open' || !authenticating) {
    return { outcome: 'closed', session: record.object };
  }
  record.authenticating = null;
  const { payer, paymentMethodId, behaviour } = authenticating;
  const intent = intentFor(engine, record, payer);
  const method = engine.store.paymentMethods.get(paymentMethodId);
  if (!passed || !method) return decline(engine, intent, AUTHENTICATION_FAILED, method);
  return charge(engine, record, intent, payer, method, behaviour);
}

function intentFor(engine: Engine, record: SessionRecord, payer: Payer): Stripe.PaymentIntent {
  const { object } = record;
  if (typeof object.payment_intent === 'string') {
    const existing = engine.store.paymentIntents.get(object.payment_intent);
    if (existing) return existing;
  }
  const intent = createPaymentIntent(engine, {
    amount: object.amount_total ?? 0,
    currency: object.currency ?? 'usd',
    paymentMethodTypes: object.payment_method_types,
    customer: object.customer as string | null,
    customer_account: object.customer_account,
    data: { ...record.intentData, receipt_email: record.intentData.receipt_email ?? payer.email },
    shipping: null,
  });
  object.payment_intent = intent.id;
  engine.store.sessions.put(object.id, record);
  return intent;
}

function askForAuthentication(
  engine: Engine,
  record: SessionRecord,
  intent: Stripe.PaymentIntent,
  authenticating: NonNullable<SessionRecord['authenticating']>,
): PayResult {
  const { id } = record.object;
  record.authenticating = authenticating;
  engine.store.sessions.put(id, record);
  intent.status = 'requires_action';
  intent.payment_method = authenticating.paymentMethodId;
  intent.next_action = {
    type: 'redirect_to_url',
    redirect_to_url: {
      return_url: `${engine.world.publicUrl}/c/pay/${id}`,
      url: `${engine.world.publicUrl}/c/pay/${id}/authenticate`,
    },
  };
  engine.store.paymentIntents.put(intent.id, intent);
  emit(engine, 'payment_intent.requires_action', intent);
  return { outcome: 'requires_action' };
}

function charge(
  engine: Engine,
  record: SessionRecord,
  intent: Stripe.PaymentIntent,
  payer: Payer,
  method: Stripe.PaymentMethod,
  behaviour: CardBehaviour,
): PayResult {
  if (behaviour.decline) {
    const charged = createCardCharge(engine, intent, method, behaviour);
    intent.latest_charge = charged.id;
    emit(engine, 'charge.failed', charged);
    const error = { ...declineError(behaviour.decline), charge: charged.id };
    return decline(engine, intent, error, method);
  }
  const owner = rememberCustomer(engine, record, payer);
  Object.assign(intent, owner);
  Object.assign(method, owner);
  engine.store.paymentMethods.put(method.id, method);
  const charged = createCardCharge(engine, intent, method, {
    authenticated: behaviour.authenticate ?? false,
  });
  const captured = charged.captured;
  Object.assign(intent, {
    amount_capturable: captured ? 0 : intent.amount,
    amount_received: captured ? intent.amount : 0,
    last_payment_error: null,
    latest_charge: charged.id,
    next_action: null,
    payment_method: method.id,
    status: captured ? 'succeeded' : 'requires_capture',
  } satisfies Partial<Stripe.PaymentIntent>);
  engine.store.paymentIntents.put(intent.id, intent);
  emit(engine, 'charge.succeeded', charged);
  emit(
    engine,
    captured ? 'payment_intent.succeeded' : 'payment_intent.amount_capturable_updated',
    intent,
  );
  return complete(engine, record, payer, captured ? 'paid' : 'unpaid');
}

function decline(
  engine: Engine,
  intent: Stripe.PaymentIntent,
  error: StripeErrorBody,
  method: Stripe.PaymentMethod | undefined,
): PayResult {
  Object.assign(intent, {
    last_payment_error: { ...error, ...(method && { payment_method: method }) },
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  });
  engine.store.paymentIntents.put(intent.id, intent);
  emit(engine, 'payment_intent.payment_failed', intent);
  return { outcome: 'declined', error };
}

function complete(
  engine: Engine,
  record: SessionRecord,
  payer: Payer,
  paymentStatus: Stripe.Checkout.Session.PaymentStatus,
): PayResult {
  const { object } = record;
  Object.assign(object, {
    collected_information: {
      business_name: null,
      individual_name: null,
      shipping_details: null,
    },
    customer_details: {
      address: billingOf(payer).address,
      business_name: null,
      email: payer.email,
      individual_name: null,
      name: payer.name,
      phone: payer.phone ?? null,
      tax_exempt: 'none',
      tax_ids: [],
    },
    payment_status: paymentStatus,
    status: 'complete',
    url: null,
  } satisfies Partial<Stripe.Checkout.Session>);
  engine.store.sessions.put(object.id, record);
  const event = emit(engine, 'checkout.session.completed', object);
  return { outcome: 'completed', session: object, eventId: event.id };
}

const NO_OWNER = { customer: null, customer_account: null };

function billingOf(payer: Payer) {
  return {
    name: payer.name,
    email: payer.email,
    phone: payer.phone ?? null,
    address: addressOf(payer.address ?? {}),
  };
}

function contactProblem(payer: Payer): StripeErrorBody | undefined {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(payer.email)) {
    return {
      type: 'invalid_request_error',
      code: 'email_invalid',
      message: payer.email ? 'Your email address is invalid.' : 'Enter an email address.',
      param: 'email',
    };
  }
  if (payer.name.trim() === '') {
    return { type: 'invalid_request_error', message: 'Enter the cardholder name.', param: 'name' };
  }
  return undefined;
}

function cardProblem(problem: CardProblem): StripeErrorBody {
  const [code, message, param] = CARD_PROBLEMS[problem];
  return { type: 'card_error', code, message, param };
}

const CARD_PROBLEMS = {
  incorrect_number: ['incorrect_number', 'Your card number is incorrect.', 'number'],
  invalid_expiry: ['invalid_expiry_month', "Your card's expiration date is invalid.", 'expiry'],
  past_expiry: ['invalid_expiry_year', "Your card's expiration year is in the past.", 'expiry'],
  invalid_cvc: ['invalid_cvc', "Your card's security code is incomplete.", 'cvc'],
} as const satisfies Record<CardProblem, readonly [string, string, string]>;
