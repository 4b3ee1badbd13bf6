import type { NeedCode, OrderFilter, StaffNeed } from '@shop/contract';
import type { StripeFinding } from '../../database/schema/stripe-endpoint-tables';
import type { Counted } from './overview.repository';

/** A sweep begins every minute; one of them may take three. */
const SWEEP_LATE_S = 5 * 60;

/** A worker begins a sweep as it starts. One that starts beside the API has begun its first by then. */
const FIRST_SWEEP_S = 60;

/** From here on webhooks are close to being refused. */
const CLOCK_OFF_S = 30;

/** What is known of the shop's health at one moment. */
export interface Health {
  reviews: Counted;
  disputes: Counted & { dueBy: Date | null };
  transfersAwaited: Counted;
  deadLetters: Counted;
  undelivered: Counted;
  lostSteps: number;
  tellingHeld: Counted;
  syncFailures: Counted;
  paidWithoutOrder: Counted & { ids: string[] };
  unhandledEvents: Counted;
  undeliveredEvents: Counted;
  endpoint: StripeFinding[];
  permissions: StripeFinding[];
  /** Undefined: no sweep has begun. */
  sweepAgeSeconds: number | undefined;
  /** Of this API. */
  uptimeSeconds: number;
  clockSkewSeconds: number | undefined;
}

/** What needs a person now, in words, most urgent first. Pure. */
export function needs(health: Health): StaffNeed[] {
  const { sweepAgeSeconds: age, uptimeSeconds, clockSkewSeconds: skew = 0 } = health;
  const isSweepLate = age === undefined || age > SWEEP_LATE_S;
  return [
    ...(isSweepLate && uptimeSeconds > FIRST_SWEEP_S ? [workerGone(age)] : []),
    ...(Math.abs(skew) > CLOCK_OFF_S ? [clockOff(skew)] : []),
    ...health.endpoint.map((finding) => atStripe('stripe_endpoint', finding)),
    ...health.permissions.map((finding) => atStripe('stripe_permissions', finding)),
    ...counted(health),
  ];
}

function counted(health: Health): StaffNeed[] {
  const steps = { count: health.lostSteps, since: null };
  const { dueBy } = health.disputes;
  return [
    ...need('dispute_open', health.disputes, 'evidence_due', dueBy),
    ...need('review_open', health.reviews, 'review_open'),
    ...need('paid_without_order', health.paidWithoutOrder).map((one) => ({
      ...one,
      subjects: health.paidWithoutOrder.ids,
    })),
    ...need('dead_letters', health.deadLetters),
    ...need('not_delivered', health.undelivered, 'not_delivered'),
    ...need('sync_failed', health.syncFailures, 'sync_failed'),
    ...need('transfer_awaited', health.transfersAwaited, 'processing'),
    ...need('events_not_handled', health.unhandledEvents),
    ...need('events_not_delivered', health.undeliveredEvents),
    ...need('steps_without_job', steps),
    ...need('telling_held', health.tellingHeld, 'telling_held'),
  ];
}

type CountedCode = Exclude<
  NeedCode,
  'stripe_endpoint' | 'stripe_permissions' | 'worker_gone' | 'clock_off'
>;

/** What is wrong with one, and with several, and what to do. */
const WORDS: Record<CountedCode, [one: string, several: string, next: string]> = {
  dispute_open: [
    'A payment is disputed, or its bank asks about it',
    'payments are disputed, or their banks ask about them',
    'Send evidence in the Stripe Dashboard before the deadline.',
  ],
  review_open: [
    'An order waits for a decision',
    'orders wait for a decision',
    'Open it, compare it with its payment, and decide.',
  ],
  paid_without_order: [
    'A paid session of the last 30 days has no order',
    'paid sessions of the last 30 days have no order',
    'Find it in the Stripe Dashboard by its id. Let the shop adopt it ("orderAdoption": "on" in the shop file), or deliver or refund it by hand.',
  ],
  dead_letters: [
    'A piece of work was given up',
    'pieces of work were given up',
    'Mend the cause, then retry them.',
  ],
  not_delivered: [
    'What an order had to tell was refused for good',
    'orders had something to tell that was refused for good',
    'Open it, mend the address or the other side, and send it again.',
  ],
  sync_failed: [
    'Stripe does not let an order be read',
    'orders cannot be read at Stripe',
    'Mend the cause, such as the API key. Then sync them.',
  ],
  transfer_awaited: [
    'An order waits for its bank transfer for more than a week',
    'orders wait for their bank transfers for more than a week',
    'Ask the shopper, or cancel it: its stock comes back.',
  ],
  events_not_handled: [
    'An event of Stripe waits for longer than ten minutes',
    'events of Stripe wait for longer than ten minutes',
    'Look whether a worker runs and the database answers; they are retried.',
  ],
  events_not_delivered: [
    'An event of the last day never reached the webhook endpoint',
    'events of the last day never reached the webhook endpoint',
    'Their orders are right, because the sweep read them. See why the endpoint was silent: npm run stripe:doctor.',
  ],
  steps_without_job: [
    'A message has lost its job',
    'messages have lost their jobs',
    'The next sweep sends them. If they stay, look whether a worker runs.',
  ],
  telling_held: [
    'An order of a restored database waits with what it would tell',
    'orders of a restored database wait with what they would tell',
    'Open it and say whether it was told before. About all of them at once: npm run orders -- restored told --all, or restored tell --all.',
  ],
};

function need(
  code: CountedCode,
  { count, since }: Counted,
  orders: OrderFilter | null = null,
  dueBy: Date | null = null,
): StaffNeed[] {
  if (count === 0) return [];
  const [one, several, next] = WORDS[code];
  const words = count === 1 ? `${one}.` : `${count} ${several}.`;
  return [
    {
      code,
      words,
      next,
      count,
      since: since?.toISOString() ?? null,
      dueBy: dueBy?.toISOString() ?? null,
      orders,
      subjects: [],
    },
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

const atStripe = (code: NeedCode, { words }: StripeFinding) =>
  single(
    code,
    words,
    code === 'stripe_endpoint'
      ? 'npm run stripe:connect makes or mends it. Then look at Stripe again.'
      : 'Add it to the key in the Stripe Dashboard, under API keys. Then look at Stripe again.',
  );
