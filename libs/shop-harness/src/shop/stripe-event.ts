import { createHmac, randomBytes } from 'node:crypto';
import type Stripe from 'stripe';

export const WEBHOOK_PATH = '/api/webhooks/stripe';

/** An event of Stripe. Every delivery has the same body and a new signature. */
export interface StripeEvent {
  id: string;
  type: string;
  body: string;
}

export const newEventId = () => `evt_${randomBytes(12).toString('hex')}`;

/** A snapshot event. https://docs.stripe.com/api/events/object */
export function eventAbout(
  object: Stripe.Checkout.Session | { id: string; object: string; [key: string]: unknown },
  type: string,
  changes: { id?: string; livemode?: boolean } = {},
): StripeEvent {
  const event = {
    id: newEventId(),
    object: 'event',
    api_version: '2026-10-28.endive',
    created: Math.floor(Date.now() / 1000),
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
    data: { object },
    ...changes,
  };
  return { id: event.id, type, body: JSON.stringify(event) };
}

/**
 * The Stripe-Signature header with the current time and one v1 for each secret.
 * https://docs.stripe.com/webhooks/signature
 */
export function sign(body: string, ...secrets: string[]): string {
  const timestampS = Math.floor(Date.now() / 1000);
  const signatures = secrets.map(
    (secret) => `v1=${createHmac('sha256', secret).update(`${timestampS}.${body}`).digest('hex')}`,
  );
  return [`t=${timestampS}`, ...signatures].join(',');
}

/** The events of completed sessions that Stripe could not deliver, by session id. */
export async function lostCompletions(stripe: Stripe): Promise<Map<string, StripeEvent>> {
  const type = 'checkout.session.completed';
  const lost = new Map<string, StripeEvent>();
  for await (const event of stripe.events.list({ type, delivery_success: false, limit: 100 })) {
    const { id } = event.data.object as Stripe.Checkout.Session;
    lost.set(id, { id: event.id, type, body: JSON.stringify(event) });
  }
  return lost;
}

/** A new event of a type that changes no order. The API stores one row and creates no job. */
export const rowEvent = (): StripeEvent =>
  eventAbout({ id: 'txn_drill', object: 'balance_transaction' }, 'drill.row');
