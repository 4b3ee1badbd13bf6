import { getSessionRecord } from '../engine/checkout/get-session-record';
import type { Engine } from '../engine/engine.types';
import { getInvoice, paymentsOfInvoice } from '../engine/invoice/invoices';
import { ControlError } from './control-error';

/** What has been paid, as the paths of the control API name it. */
export const PAID_OBJECTS = ['sessions', 'invoices'] as const;

/** The id of the charge that paid a session or an invoice, such as a renewal's. Throws 409 if there is none. */
export function chargeOf(
  engine: Engine,
  kind: (typeof PAID_OBJECTS)[number],
  objectId: string,
): string {
  const intentId =
    kind === 'sessions' ? intentOfSession(engine, objectId) : intentOfInvoice(engine, objectId);
  const intent = intentId === null ? undefined : engine.store.paymentIntents.get(intentId);
  const charge = intent?.latest_charge;
  if (typeof charge !== 'string') {
    throw new ControlError(409, `This ${kind.slice(0, -1)} has no payment.`);
  }
  return charge;
}

const intentOfSession = (engine: Engine, id: string) => getSessionRecord(engine, id).intentId;

function intentOfInvoice(engine: Engine, id: string): string | null {
  const [payment] = paymentsOfInvoice(engine, getInvoice(engine, id).id).data;
  return (payment?.payment.payment_intent ?? null) as string | null;
}
