import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { markCanceled } from '../payment/intent-actions';
import { markSetupCanceled } from '../payment/setup-actions';
import { invalidRequest } from '../stripe-error';
import type { SessionRecord } from './session-record';
import { getSessionRecord } from './get-session-record';

/** Ends an open session before its time. */
export function expireSession(engine: Engine, id: string): Stripe.Checkout.Session {
  const record = getSessionRecord(engine, id);
  expireIfDue(engine, record);
  if (record.object.status !== 'open') {
    throw invalidRequest(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${record.object.status}`,
    );
  }
  return expire(engine, record);
}

/** Expires the session if its time is over; called at every read, and by its timer. */
export function expireIfDue(engine: Engine, record: SessionRecord): void {
  const { object } = record;
  if (object.status === 'open' && nowSeconds(engine.clock) >= object.expires_at) {
    expire(engine, record);
  }
}

/** Starts the timer that expires the session on time. */
export function scheduleExpiry(engine: Engine, id: string, expiresAt: number): void {
  engine.clock.after(expiresAt * 1000 - engine.clock.nowMs(), () => {
    const record = engine.store.sessions.get(id);
    if (record) expireIfDue({ ...engine, request: NOBODYS_REQUEST }, record);
  });
}

/** Expires the sessions whose time is over, and starts the timers of the others. After a start or a moved clock. */
export function watchExpiries(engine: Engine): void {
  for (const record of engine.store.sessions.newestFirst()) {
    expireIfDue(engine, record);
    const { object } = record;
    if (object.status === 'open') scheduleExpiry(engine, object.id, object.expires_at);
  }
}

const THIRTY_DAYS_S = 30 * 24 * 3600;

const NOBODYS_REQUEST = { id: null, idempotency_key: null };

function expire(engine: Engine, record: SessionRecord): Stripe.Checkout.Session {
  const { object } = record;
  object.status = 'expired';
  object.url = null;
  const recovery = object.after_expiration?.recovery;
  if (recovery?.enabled) {
    recovery.url = `${engine.world.publicUrl}/c/recover/${object.id}`;
    recovery.expires_at = nowSeconds(engine.clock) + THIRTY_DAYS_S;
  }
  record.authenticating = null;
  engine.store.sessions.put(object.id, record);
  cancelIntent(engine, record);
  emit(engine, 'checkout.session.expired', object);
  return object;
}

const INCOMPLETE = ['requires_payment_method', 'requires_action'];

/** A payment or a setup that was tried, or begun, ends with the only page that could complete it. */
function cancelIntent(engine: Engine, { intentId }: SessionRecord): void {
  const payment = engine.store.paymentIntents.get(intentId ?? '');
  if (payment && INCOMPLETE.includes(payment.status)) markCanceled(engine, payment, 'automatic');
  const setup = engine.store.setupIntents.get(intentId ?? '');
  if (setup && INCOMPLETE.includes(setup.status)) markSetupCanceled(engine, setup, null);
}
