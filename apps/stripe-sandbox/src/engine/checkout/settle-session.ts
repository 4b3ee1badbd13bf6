import type Stripe from 'stripe';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import type { Decline } from '../payment/cards';
import { fundByTransfer } from '../payment/bank-transfer';
import { finishMicrodeposits, settleIntent } from '../payment/confirm-intent';
import { getPaymentIntent } from '../payment/payment-intents';
import { kindOf } from '../payment/method-kinds';
import { followPayment } from '../subscription/collect-invoice';
import { invalidRequest } from '../stripe-error';
import { getSessionRecord } from './get-session-record';
import { invoiceSession } from './session-invoice';

/** Why a debit or a voucher can fail, in Stripe's words. */
const FAILURES: Readonly<Record<'debit' | 'voucher' | 'transfer', Decline>> = {
  debit: {
    code: 'payment_method_provider_decline',
    declineCode: 'insufficient_funds',
    message:
      'The customer’s bank account could not be debited because it does not have sufficient funds.',
  },
  voucher: {
    code: 'payment_intent_payment_attempt_expired',
    declineCode: 'expired',
    message: 'The voucher was not paid before it expired.',
  },
  transfer: {
    code: 'payment_intent_payment_attempt_expired',
    declineCode: 'expired',
    message: 'The bank transfer did not arrive in time.',
  },
};

/** Ends a delayed payment with success or failure. Throws if the session has no delayed payment. */
export function settleSession(
  engine: Engine,
  id: string,
  outcome: 'succeeded' | 'failed',
): Stripe.Checkout.Session {
  const record = getSessionRecord(engine, id);
  const { object } = record;
  const intent = record.intentId ? engine.store.paymentIntents.get(record.intentId) : undefined;
  const method = engine.store.paymentMethods.get((intent?.payment_method ?? '') as string);
  const timing = method && kindOf(method.object.type).timing;
  if (
    object.status !== 'complete' ||
    object.payment_status !== 'unpaid' ||
    !intent ||
    !method ||
    !['processing', 'requires_action'].includes(intent.status) ||
    !timing ||
    timing === 'at_once'
  ) {
    throw invalidRequest('This session does not wait for a delayed payment.');
  }
  settleIntent(engine, intent, method, outcome === 'failed' ? FAILURES[timing] : undefined);
  // The first invoice of a subscription. That of a one-time payment is made once it is paid.
  followPayment(engine, intent);
  if (outcome === 'succeeded') {
    object.payment_status = 'paid';
    invoiceSession(engine, record);
  }
  engine.store.sessions.put(id, record);
  emit(engine, `checkout.session.async_payment_${outcome}`, object);
  return object;
}

/** A bank transfer arrives, with all or a part of what is left. Throws if the session waits for no transfer. */
export function transferToSession(
  engine: Engine,
  id: string,
  amountMinor: number,
): Stripe.Checkout.Session {
  const { object, intentId } = getSessionRecord(engine, id);
  const isPaid = fundByTransfer(engine, getPaymentIntent(engine, intentId ?? ''), amountMinor);
  return isPaid ? settleSession(engine, id, 'succeeded') : object;
}

/** The shopper verifies the bank account; then the debit is under way. */
export function verifySession(engine: Engine, id: string): Stripe.Checkout.Session {
  const { object, intentId } = getSessionRecord(engine, id);
  finishMicrodeposits(engine, getPaymentIntent(engine, intentId ?? ''));
  return object;
}
