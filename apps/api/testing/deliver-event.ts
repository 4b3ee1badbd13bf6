import Stripe from 'stripe';
import { WEBHOOK_SECRET } from './start-test-api';

let count = 0;

/** A snapshot event as Stripe sends it, with an id of its own, about a session that is said to be paid. */
export const eventAbout = (stripeSessionId: string, changes: object = {}) => ({
  id: `evt_test${(count += 1)}`,
  object: 'event',
  type: 'checkout.session.completed',
  api_version: '2026-10-28.endive',
  created: 1,
  livemode: false,
  pending_webhooks: 1,
  request: null,
  data: { object: { id: stripeSessionId, object: 'checkout.session', payment_status: 'paid' } },
  ...changes,
});

/**
 * A thin event as Stripe sends it, with an id of its own (https://docs.stripe.com/event-destinations).
 * @param snapshotEvent id of the snapshot event that tells the same
 */
export const thinEventAbout = (type: string, objectId: string, snapshotEvent?: string) => ({
  id: `evt_test_thin${(count += 1)}`,
  object: 'v2.core.event',
  type,
  created: '2026-11-23T14:00:00.000Z',
  livemode: false,
  related_object: { id: objectId, type: 'object', url: `/v1/objects/${objectId}` },
  ...(snapshotEvent !== undefined && { snapshot_event: snapshotEvent }),
});

/** Sends an event to the webhook of the API at `url`, signed with the secret or with the header that is given. */
export async function deliverTo(
  url: string,
  payload: string | object,
  { secret = WEBHOOK_SECRET, header }: { secret?: string; header?: string } = {},
): Promise<{ status: number; code: string | undefined; text: string }> {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const signature = header ?? Stripe.webhooks.generateTestHeaderString({ payload: body, secret });
  const response = await fetch(`${url}/api/webhooks/stripe`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/plain', 'stripe-signature': signature },
  });
  const text = await response.text();
  const code = text ? (JSON.parse(text) as { code?: string }).code : undefined;
  return { status: response.status, code, text };
}
