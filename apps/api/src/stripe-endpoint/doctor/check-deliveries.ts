import { setTimeout as sleep } from 'node:timers/promises';
import type Stripe from 'stripe';
import { isSameUrl, takes } from '../endpoint-events';
import type { ExpectedEndpoint, FoundEndpoint } from '../endpoint.types';
import { judged, passed, unknown } from './check';
import type { Check } from './check';

/** A delivery may be under way for this long. */
const UNDER_WAY_MS = 5000;

/**
 * Looks at the newest event that our endpoint gets. Stripe never tells an endpoint's secret, but it says how many
 * endpoints have not taken an event: when that are all of them, ours is one. As our address answers and knows the
 * secrets of this environment, Stripe signs with another one, or the API was away.
 */
export async function checkDeliveries(
  stripe: Stripe,
  expected: ExpectedEndpoint,
  found: readonly FoundEndpoint[],
): Promise<Check> {
  const snapshots = found.filter(({ enabled, payload }) => enabled && payload === 'snapshot');
  const ours = snapshots.filter(({ url }) => isSameUrl(url, expected.url));
  if (ours.length === 0) return unknown('deliveries', NO_SNAPSHOTS);
  const { data: events } = await stripe.events.list({ limit: 100 });
  const newest = events.find(
    ({ type }) => expected.events.includes(type) && ours.some((one) => takes(one, type)),
  );
  if (!newest) return passed('deliveries', NO_EVENT);
  const receivers = snapshots.filter((one) => takes(one, newest.type)).length;
  const pending = await pendingOf(stripe, newest);
  const event = `${newest.type}, ${new Date(newest.created * 1000).toISOString()}`;
  if (pending === 0) return passed('deliveries', `Stripe has delivered its last event (${event}).`);
  if (pending < receivers) {
    const words = `${pending} of ${receivers} endpoints of the account have not taken the last event (${event}); Stripe does not say which.`;
    return unknown('deliveries', words);
  }
  const words = `Stripe could not deliver its last event (${event}) although the API answers: STRIPE_WEBHOOK_SECRET is not the signing secret of ${ours[0]?.id}. Copy it from the Stripe Dashboard (Workbench, Webhooks). If the API was away then, send the event again from there.`;
  return judged('deliveries', [{ code: 'wrong_secret', words }], '');
}

const NO_SNAPSHOTS =
  'Not looked at: no enabled endpoint of ours sends snapshot events, and of thin ones Stripe does not say whether they were delivered.';
const NO_EVENT = 'Stripe has sent no event to the endpoint lately, so none has failed.';

/** How many endpoints have not taken the event, once it can no longer be under way. */
async function pendingOf(stripe: Stripe, event: Stripe.Event): Promise<number> {
  const ageMs = Math.max(0, Date.now() - event.created * 1000);
  if (event.pending_webhooks === 0 || ageMs > UNDER_WAY_MS) return event.pending_webhooks;
  await sleep(UNDER_WAY_MS - ageMs);
  return (await stripe.events.retrieve(event.id)).pending_webhooks;
}
