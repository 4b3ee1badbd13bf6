import type { Queue } from 'pg-boss';
import { caps } from '../database/caps';
import type { Channel } from '../database/schema/tables';

/** What each queue's jobs carry. */
export interface Jobs {
  /** An event of Stripe's, stored in the same transaction, waiting to be acted upon. */
  'webhook.event': {
    stripeEventId: string;
    subject: EventSubject;
    /** When Stripe made it, of an event that pays: how long that took is measured. */
    createdAtS?: number | undefined;
  };
  /** One step of one order's fulfilment, as versions before 2.1 of the contract have queued it. */
  'order.fulfil': { orderId: string; step: string };
  /** Tell what is staged for an order in a channel. */
  'order.deliver': { orderId: string; channel: Channel };
  /**
   * Send links to the orders of an e-mail address there; `id` names the request. The only job with personal data: it is
   * removed with the person, and once it has ended by the next sweep.
   */
  'order.find': { id: string; email: string; orderNumber?: string };
  /** Tell of a recorded withdrawal, and acknowledge it. It was put off when its mailbox had got as many as it may. */
  'order.withdrawal': { reference: string; isPutOff?: true };
  /** Give the money back of an order that its shopper has cancelled. */
  'order.cancellation': { orderId: string };
  /** Look for what no event has told: every minute and at start, in one process at a time. */
  'order.sweep': Record<string, never>;
}

/** What an event is about; the truth is read again from Stripe by this id. */
export type EventSubject = OrderSubject | HealthSubject;

/** An event about Stripe itself: what it says is read from Stripe. */
export interface HealthSubject {
  stripeHealthEventId: string;
}

/** What belongs to an order. */
export type OrderSubject =
  | { stripeSessionId: string }
  | { stripePaymentIntentId: string; isFraudWarning?: true }
  | { stripeAccountId: string }
  | { stripeSubscriptionId: string }
  | ObjectSubject;

/** An object that belongs to a payment, of a thin event that does not name the payment. */
export interface ObjectSubject {
  stripeObjectId: string;
  stripeObject: 'charge' | 'dispute' | 'early_fraud_warning' | 'refund' | 'review';
}

export type QueueName = keyof Jobs;

const DAY_S = 24 * 60 * 60;

/** For how long the queue keeps a job that has ended. */
const ENDED = { deleteAfterSeconds: caps.finishedJobDays.max * DAY_S };

/** Dead letters wait for a person, so they are kept long. */
export const DEAD_LETTER = { retentionSeconds: caps.deadLetterDays.max * DAY_S, ...ENDED };

/**
 * Retries with back-off for about a day; then the job waits in the dead-letter queue for a person. A worker that dies
 * is noticed by its missing heartbeat, and its job is run again.
 */
const PERSISTENT = {
  ...ENDED,
  retryLimit: 40,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: 120,
  heartbeatSeconds: 10,
};

/**
 * How each queue treats its jobs, in all processes together. `stately`: at most one waits and one runs. `singleton`: of
 * those with the same key at most one runs.
 */
export const queues: Record<QueueName, Omit<Queue, 'name'>> = {
  'webhook.event': { ...PERSISTENT, deadLetter: 'webhook.event.dead', notify: true },
  'order.fulfil': { ...PERSISTENT, deadLetter: 'order.fulfil.dead', notify: true },
  'order.deliver': {
    ...PERSISTENT,
    policy: 'singleton',
    deadLetter: 'order.deliver.dead',
    notify: true,
  },
  // Whoever waits for the e-mail asks again. The job holds an address, so it is not kept: each sweep removes those that
  // have ended. pg-boss acts upon `deleteAfterSeconds` once a day only.
  'order.find': {
    retryLimit: 8,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 300,
    expireInSeconds: 120,
    heartbeatSeconds: 10,
    deleteAfterSeconds: 60,
    notify: true,
  },
  'order.withdrawal': {
    ...PERSISTENT,
    policy: 'singleton',
    deadLetter: 'order.withdrawal.dead',
    notify: true,
  },
  'order.cancellation': {
    ...PERSISTENT,
    policy: 'singleton',
    deadLetter: 'order.cancellation.dead',
    notify: true,
  },
  'order.sweep': {
    ...ENDED,
    policy: 'stately',
    retryLimit: 0,
    expireInSeconds: 600,
    heartbeatSeconds: 10,
  },
};

export const deadLetters = [
  'webhook.event.dead',
  'order.fulfil.dead',
  'order.deliver.dead',
  'order.withdrawal.dead',
  'order.cancellation.dead',
] as const;
