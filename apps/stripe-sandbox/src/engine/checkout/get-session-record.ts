import type { Engine } from '../engine.types';
import { resourceMissing } from '../stripe-error';
import type { SessionRecord } from './session-record';

/** The record of the session with this id; refuses an id that is not there as Stripe does. */
export function getSessionRecord(engine: Engine, id: string): SessionRecord {
  const record = engine.store.sessions.get(id);
  if (!record) throw resourceMissing('checkout.session', id, 'session', 404);
  return record;
}
