/** What a metric is: everything a document or a registry needs to know of it. */
export interface MetricDefinition {
  type: 'histogram' | 'counter' | 'gauge';
  help: string;
  labels: readonly string[];
  /** Upper bounds in seconds, of a histogram. */
  buckets?: readonly number[];
}

/**
 * Every metric of our own, and the only place where one is named. Labels have few values, known beforehand: never an
 * id, an address, a name or a path somebody typed.
 */
export const metricList = {
  http_request_duration_seconds: {
    type: 'histogram',
    help: 'From the arrival of a request to the end of its answer.',
    labels: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 10],
  },
  stripe_webhook_acknowledgement_seconds: {
    type: 'histogram',
    help: 'From the arrival of an event of Stripe to the 2xx that says it is stored.',
    labels: [],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3],
  },
  stripe_event_to_fulfilment_seconds: {
    type: 'histogram',
    help: 'From the creation of the event of a completed or paid session at Stripe to its order being in line with it here, fulfilment staged.',
    labels: [],
    buckets: [0.5, 1, 2, 5, 10, 30, 60, 300, 900, 3600, 21600, 86400],
  },
  fulfilment_step_seconds: {
    type: 'histogram',
    help: 'From the staging of a step of fulfilment, or its being asked for again, to its being sent.',
    labels: ['step'],
    buckets: [0.1, 0.5, 1, 2, 5, 10, 30, 60, 300, 3600, 86400],
  },
  delivery_attempts_total: {
    type: 'counter',
    help: 'Attempts to tell something, to the shopper or the staff by mail or to the merchant: sent, failed and tried again, or undeliverable.',
    labels: ['channel', 'outcome'],
  },
  confirmations_total: {
    type: 'counter',
    help: 'Confirmations answered: from the database, after asking stripe, or late: Stripe was asked and took too long.',
    labels: ['source'],
  },
  paid_without_order_total: {
    type: 'counter',
    help: 'Sessions of ours seen paid without an order here. Must be 0.',
    labels: [],
  },
  paid_outside_checkout_total: {
    type: 'counter',
    help: 'Paid sessions that no checkout of this shop made, each once: adopted as an order, or alerted.',
    labels: ['outcome'],
  },
  orders_in_review: {
    type: 'gauge',
    help: 'Orders that wait for the decision of a person. Should be 0.',
    labels: [],
  },
  queue_jobs: {
    type: 'gauge',
    help: 'Jobs of a queue that wait or run, as counted some seconds ago.',
    labels: ['queue', 'state'],
  },
  dead_letters: {
    type: 'gauge',
    help: 'Jobs of a queue that have failed for good and wait for a person. Should be 0.',
    labels: ['queue'],
  },
  fulfilment_steps_without_job: {
    type: 'gauge',
    help: 'Steps of fulfilment that are not done and have lost their job. The next sweep sends them again. Should be 0.',
    labels: [],
  },
  stripe_clock_skew_seconds: {
    type: 'gauge',
    help: "How far this machine's clock is ahead of Stripe's. Webhooks are refused beyond 300.",
    labels: [],
  },
  stripe_endpoint_findings: {
    type: 'gauge',
    help: 'What is wrong with the webhook endpoint at Stripe, as it was last compared. Should be 0.',
    labels: [],
  },
  stripe_mode: {
    type: 'gauge',
    help: 'Always 1: whether Stripe is the sandbox, a test account or takes real money.',
    labels: ['mode'],
  },
} as const satisfies Record<string, MetricDefinition>;

type List = typeof metricList;
export type MetricName = keyof List;
export type MetricOf<Type extends MetricDefinition['type']> = {
  [Name in MetricName]: List[Name]['type'] extends Type ? Name : never;
}[MetricName];

/** The labels of a metric, all of them. */
export type LabelsOf<Name extends MetricName> = Record<List[Name]['labels'][number], string>;
