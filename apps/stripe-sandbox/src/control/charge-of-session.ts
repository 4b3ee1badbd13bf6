import { getSessionRecord } from '../engine/checkout/get-session-record';
import type { Engine } from '../engine/engine.types';
import { ControlError } from './control-error';

/** The id of the charge that paid a session. Throws 409 if there is none. */
export function chargeOfSession(engine: Engine, sessionId: string): string {
  const { intentId } = getSessionRecord(engine, sessionId);
  const intent = intentId === null ? undefined : engine.store.paymentIntents.get(intentId);
  const charge = intent?.latest_charge;
  if (typeof charge !== 'string') throw new ControlError(409, 'This session has no payment.');
  return charge;
}
