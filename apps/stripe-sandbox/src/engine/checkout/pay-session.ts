import type Stripe from 'stripe';
import { addressOf } from '../address';
import type { Engine } from '../engine.types';
import { cardProblem, readCard, type TypedCard } from '../payment/cards';
import { confirmIntent, failAuthentication, type Confirmation } from '../payment/confirm-intent';
import { kindOf, METHOD_KINDS } from '../payment/method-kinds';
import { presentmentOf } from '../payment/presentment';
import { makePaymentIntent } from '../payment/payment-intents';
import { keepCard, keepMethod } from '../payment/payment-methods';
import type { PaymentMethodRecord } from '../payment/payment-method-record';
import { startSubscription } from '../subscription/start-subscription';
import { StripeError, type StripeErrorBody } from '../stripe-error';
import { completeSession, type PayResult } from './complete-session';
import { makeChoices } from './choices';
import { billingOfPayer, countryOf, payerProblem, type Payer } from './payer';
import { rememberCustomer } from './remember-customer';
import type { SessionRecord } from './session-record';
import { currentSession } from './sessions';
import { finishSetup, refuseSetup } from './setup-session';
import { settleSession } from './settle-session';

/** What the shopper pays with: a typed card, or one of the other types the session offers. */
export type PayWith = { type: 'card'; card: TypedCard } | { type: string; microdeposits?: boolean };

/** What the Pay button does. A session that is not open does not change: outcome `closed`. */
export function paySession(engine: Engine, id: string, payer: Payer, payWith: PayWith): PayResult {
  const record = currentSession(engine, id);
  const { object } = record;
  if (object.status !== 'open') return { outcome: 'closed', session: object };
  const country = countryOf(payer);
  const problem =
    payerProblem(object, payer) ?? makeChoices(engine, record, country ? { country } : {});
  if (problem) return { outcome: 'declined', error: problem };
  if (needsNoMethod(object)) return payNothing(engine, record, payer);
  const method = keepPayWith(engine, object, payer, payWith);
  if (method instanceof StripeError) return { outcome: 'declined', error: method.body };
  return payWithMethod(engine, record, payer, method);
}

/** The same with an existing payment method that names its payer. The Stripe CLI confirms this way. */
export function paySessionWithMethod(
  engine: Engine,
  id: string,
  method: PaymentMethodRecord,
): PayResult {
  const record = currentSession(engine, id);
  if (record.object.status !== 'open') return { outcome: 'closed', session: record.object };
  const { email, name, phone } = method.object.billing_details;
  const payer = { email: email ?? '', name: name ?? '', ...(phone && { phone }) };
  return payWithMethod(engine, record, payer, method);
}

/** Nothing is to be paid, and a method is wanted only for that: always so for one-time orders. */
const needsNoMethod = ({
  amount_total: total,
  payment_method_collection: collection,
}: Stripe.Checkout.Session) => total === 0 && collection === 'if_required';

function payNothing(engine: Engine, record: SessionRecord, payer: Payer): PayResult {
  if (record.object.mode === 'subscription') startSubscription(engine, record, payer, null, null);
  else rememberCustomer(engine, record, payer);
  return completeSession(engine, record, payer, 'no_payment_required');
}

function payWithMethod(
  engine: Engine,
  record: SessionRecord,
  payer: Payer,
  method: PaymentMethodRecord,
): PayResult {
  const { object } = record;
  if (!object.payment_method_types.includes(method.object.type)) {
    return { outcome: 'declined', error: NOT_OFFERED };
  }
  if (object.payment_method_options?.card?.request_three_d_secure !== 'automatic') {
    method.behaviour = { ...method.behaviour, authenticate: true };
  }
  return tryMethod(engine, record, payer, method, false);
}

/** What the 3-D Secure page does: the shopper passes or fails the check. */
export function finishAuthentication(engine: Engine, id: string, passed: boolean): PayResult {
  const record = currentSession(engine, id);
  const { authenticating } = record;
  if (record.object.status !== 'open' || !authenticating) {
    return { outcome: 'closed', session: record.object };
  }
  record.authenticating = null;
  engine.store.sessions.put(id, record);
  const { payer, paymentMethodId } = authenticating;
  const method = engine.store.paymentMethods.get(paymentMethodId);
  if (passed && method) return tryMethod(engine, record, payer, method, true);
  if (record.object.mode === 'setup') {
    return { outcome: 'declined', error: refuseSetup(engine, record) };
  }
  const refused = failAuthentication(engine, intentFor(engine, record, payer), method);
  return refused.outcome === 'declined' ? refused : { outcome: 'requires_action' };
}

function tryMethod(
  engine: Engine,
  record: SessionRecord,
  payer: Payer,
  method: PaymentMethodRecord,
  authenticated: boolean,
): PayResult {
  const { object } = record;
  if (needsNoMethod(object)) return payNothing(engine, record, payer);
  if (object.mode === 'setup' || object.amount_total === 0) {
    if (method.behaviour.authenticate && !authenticated) {
      return waitForAuthentication(engine, record, payer, method);
    }
    if (object.mode === 'setup') {
      const refused = finishSetup(engine, record, payer, method);
      if (refused) return { outcome: 'declined', error: refused };
    } else {
      startSubscription(engine, record, payer, method, null);
    }
    return completeSession(engine, record, payer, 'no_payment_required');
  }
  const intent = intentFor(engine, record, payer);
  const result = confirmIntent(engine, intent, method, {
    authenticated,
    owner: () => rememberCustomer(engine, record, payer),
    authenticateUrl: `${engine.world.publicUrl}/c/pay/${object.id}/authenticate`,
    returnUrl: `${engine.world.publicUrl}/c/pay/${object.id}`,
  });
  return afterConfirmation(engine, record, payer, method, intent, result);
}

function afterConfirmation(
  engine: Engine,
  record: SessionRecord,
  payer: Payer,
  method: PaymentMethodRecord,
  intent: Stripe.PaymentIntent,
  result: Confirmation,
): PayResult {
  if (result.outcome === 'declined') return result;
  const timing = kindOf(method.object.type).timing;
  if (result.outcome === 'requires_action' && timing === 'at_once') {
    return waitForAuthentication(engine, record, payer, method);
  }
  if (record.object.mode === 'subscription') {
    startSubscription(engine, record, payer, method, intent);
  }
  const paid = result.outcome === 'succeeded';
  const completed = completeSession(engine, record, payer, paid ? 'paid' : 'unpaid');
  const { settles } = method.behaviour;
  if (settles && !paid) settleSession(engine, record.object.id, settles);
  return completed;
}

function waitForAuthentication(
  engine: Engine,
  record: SessionRecord,
  payer: Payer,
  method: PaymentMethodRecord,
): PayResult {
  record.authenticating = { payer, paymentMethodId: method.object.id };
  engine.store.sessions.put(record.object.id, record);
  return { outcome: 'requires_action' };
}

/** The session's payment intent: made at the first attempt, used again after a decline. */
function intentFor(engine: Engine, record: SessionRecord, payer: Payer): Stripe.PaymentIntent {
  const { object, params } = record;
  const existing = record.intentId ? engine.store.paymentIntents.get(record.intentId) : undefined;
  if (existing && existing.amount === object.amount_total) return existing;
  const data = params.payment_intent_data ?? {};
  const intent = makePaymentIntent(engine, {
    amount: object.amount_total ?? 0,
    currency: object.currency ?? 'usd',
    paymentMethodTypes: object.payment_method_types,
    owner: {
      customer: object.customer as string | null,
      customer_account: object.customer_account,
    },
    data,
    shipping: shippingOf(data, payer),
  });
  const presentment = presentmentOf(engine, intent.amount, intent.currency);
  if (presentment && params.adaptive_pricing?.enabled !== false) {
    intent.presentment_details = presentment;
  }
  record.intentId = intent.id;
  if (object.mode === 'payment') object.payment_intent = intent.id;
  engine.store.sessions.put(object.id, record);
  return intent;
}

function shippingOf(
  data: Stripe.Checkout.SessionCreateParams.PaymentIntentData,
  payer: Payer,
): Stripe.PaymentIntent.Shipping | null {
  const shipping = payer.shipping ?? data.shipping;
  if (!shipping) return null;
  return {
    address: addressOf(shipping.address),
    carrier: data.shipping?.carrier ?? null,
    name: shipping.name,
    phone: payer.phone ?? data.shipping?.phone ?? null,
    tracking_number: data.shipping?.tracking_number ?? null,
  };
}

function keepPayWith(
  engine: Engine,
  { mode }: Stripe.Checkout.Session,
  payer: Payer,
  payWith: PayWith,
): PaymentMethodRecord | StripeError {
  const billing = billingOfPayer(payer);
  if (!('card' in payWith)) {
    const kind = METHOD_KINDS[payWith.type];
    const { microdeposits } = payWith;
    const mayWait = kind?.timing === 'debit' && mode === 'payment';
    if (!kind || (microdeposits && !mayWait)) return new StripeError(400, NOT_OFFERED);
    const method = keepMethod(engine, payWith.type, billing);
    return microdeposits ? { ...method, behaviour: { microdeposits: true } } : method;
  }
  const card = readCard(payWith.card, engine.clock.nowMs());
  if (typeof card === 'string') return new StripeError(402, cardProblem(card));
  return keepCard(engine, card, billing);
}

const NOT_OFFERED: StripeErrorBody = {
  type: 'invalid_request_error',
  message: 'This payment method is not available for this payment.',
  param: 'method',
};
