import type { NeedCode, StaffNeed } from '@shop/contract';
import type { StripeFinding } from '../../database/schema/stripe-endpoint-tables';
import { countedNeeds } from './counted-needs';
import type { Health } from './shop-health';

/** A sweep begins every minute; one of them may take three. */
const SWEEP_LATE_S = 5 * 60;

/** A worker begins a sweep as it starts. One that starts beside the API has begun its first by then. */
const FIRST_SWEEP_S = 60;

/** From here on webhooks are close to being refused. */
const CLOCK_OFF_S = 30;

/** What needs a person now, in words, most urgent first. Pure. */
export function needs(health: Health): StaffNeed[] {
  const { sweepAgeSeconds: age, uptimeSeconds, clockSkewSeconds: skew = 0 } = health;
  const isSweepLate = age === undefined || age > SWEEP_LATE_S;
  return [
    ...(isSweepLate && uptimeSeconds > FIRST_SWEEP_S ? [workerGone(age)] : []),
    ...(Math.abs(skew) > CLOCK_OFF_S ? [clockOff(skew)] : []),
    ...health.endpoint.map((finding) => atStripe('stripe_endpoint', finding)),
    ...(health.endpointUnseen
      ? [atStripe('stripe_permissions', UNSEEN[health.endpointUnseen])]
      : []),
    ...health.permissions.map((finding) => atStripe('stripe_permissions', finding)),
    ...countedNeeds(health),
  ];
}

const single = (code: NeedCode, words: string, next: string): StaffNeed => ({
  code,
  words,
  next,
  count: 1,
  since: null,
  dueBy: null,
  orders: null,
  subjects: [],
});

const workerGone = (age: number | undefined) =>
  single(
    'worker_gone',
    age === undefined
      ? 'No worker has begun a sweep yet.'
      : `No worker has begun a sweep for ${Math.round(age / 60)} minutes.`,
    'Start a worker: npm run worker, or an API with WORKER=inline. Nothing is told and no event is handled until then.',
  );

const clockOff = (skew: number) =>
  single(
    'clock_off',
    `The clock is ${Math.abs(skew).toFixed(0)} s ${skew < 0 ? 'behind' : 'ahead of'} Stripe's.`,
    'Let the machine set its clock by the network: from five minutes on, webhooks are refused.',
  );

/** The watch takes it for no fault, because events come without it. It is one for whoever relies on the watch. */
const UNSEEN: Readonly<Record<NonNullable<Health['endpointUnseen']>, StripeFinding>> = {
  webhook_endpoint: {
    code: 'permission_missing',
    words:
      'The key may not read webhook endpoints, so nobody is told when events no longer reach the shop: give it the permission rak_webhook_endpoint_read.',
  },
  event_destination: {
    code: 'permission_missing',
    words:
      'No webhook endpoint has the URL of this shop, and the key may not read event destinations, so it is not known whether events reach the shop: give it the permission rak_core_event_destination_read, or make an endpoint with npm run stripe:connect.',
  },
};

/** What to do about what was found at Stripe, by its code. Anything else is mended by `stripe:connect`. */
const NEXT: Readonly<Record<string, string>> = {
  key_invalid: 'Then restart the API and its workers: they read the key as they start.',
  permission_missing:
    'Add it to the key in the Stripe Dashboard, under API keys. Then look at Stripe again.',
  mode_mixed: 'Then restart the API and its workers: they read key and secret as they start.',
};

const atStripe = (need: NeedCode, { code, words }: StripeFinding) =>
  single(
    need,
    words,
    NEXT[code] ?? 'npm run stripe:connect makes or mends it. Then look at Stripe again.',
  );
