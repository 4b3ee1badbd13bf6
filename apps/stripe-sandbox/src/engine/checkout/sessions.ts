import type Stripe from 'stripe';
import type { Engine } from '../engine.types';
import { inRange, pageOf, type List, type PageParams } from '../list';
import { mergeMetadata } from '../metadata';
import { expireIfDue } from './expire-session';
import type { SessionRecord } from './session-record';
import { getSessionRecord } from './get-session-record';

/** The session as of now: it is expired here if its time is over. */
export function currentSession(engine: Engine, id: string): SessionRecord {
  const record = getSessionRecord(engine, id);
  expireIfDue(engine, record);
  return record;
}

export function updateSession(
  engine: Engine,
  id: string,
  params: Stripe.Checkout.SessionUpdateParams,
): Stripe.Checkout.Session {
  const record = currentSession(engine, id);
  record.object.metadata = mergeMetadata(record.object.metadata ?? {}, params.metadata);
  return engine.store.sessions.put(id, record).object;
}

export function listSessions(
  engine: Engine,
  params: Stripe.Checkout.SessionListParams,
): List<Stripe.Checkout.Session> {
  const all = engine.store.sessions.newestFirst();
  for (const record of all) expireIfDue(engine, record);
  const matches = (session: Stripe.Checkout.Session) =>
    inRange(session.created, params.created) &&
    (params.customer === undefined || session.customer === params.customer) &&
    (params.customer_account === undefined ||
      session.customer_account === params.customer_account) &&
    (params.customer_details === undefined ||
      session.customer_details?.email === params.customer_details.email) &&
    (params.payment_intent === undefined || session.payment_intent === params.payment_intent) &&
    (params.status === undefined || session.status === params.status);
  const sessions = all.map((record) => record.object);
  return pageOf(sessions, params, '/v1/checkout/sessions', 'checkout.session', matches);
}

export function listSessionLines(
  engine: Engine,
  id: string,
  params: PageParams = {},
): List<Stripe.LineItem> {
  const { lineItems } = getSessionRecord(engine, id);
  return pageOf(lineItems, params, `/v1/checkout/sessions/${id}/line_items`, 'item');
}
