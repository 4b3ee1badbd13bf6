import type { Queue } from 'pg-boss';

/** What each queue's jobs carry. */
export interface Jobs {
  /** An event of Stripe's, stored in the same transaction, waiting to be acted upon. */
  'webhook.event': {
    stripeEventId: string;
    subject: EventSubject;
    /** When Stripe made it, of an event that pays: how long that took is measured. */
    createdAtS?: number | undefined;
  };
  /** One step of one order's fulfilment. */
  'order.fulfil': { orderId: string; step: string };
  /** Look for what no event has told: every minute and at start, in one process at a time. */
  'order.sweep': Record<string, never>;
}

/** What an event is about; the truth is read again from Stripe by this id. */
export type EventSubject =
  | { stripeSessionId: string }
  | { stripePaymentIntentId: string; isFraudWarning?: true }
  | { stripeAccountId: string }
  | ObjectSubject;

/** An object that belongs to a payment, of a thin event that does not name the payment. */
export interface ObjectSubject {
  stripeObjectId: string;
  stripeObject: 'charge' | 'dispute' | 'early_fraud_warning' | 'refund' | 'review';
}

export type QueueName = keyof Jobs;

/**
 * Retries with back-off for about a day; then the job waits in the dead-letter queue for a person. A worker that dies
 * is noticed by its missing heartbeat, and its job is run again.
 */
const PERSISTENT = {
  retryLimit: 40,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: 120,
  heartbeatSeconds: 10,
};

/** How each queue treats its jobs. `stately`: at most one waiting and one running, in all processes together. */
export const queues: Record<QueueName, Omit<Queue, 'name'>> = {
  'webhook.event': { ...PERSISTENT, deadLetter: 'webhook.event.dead', notify: true },
  'order.fulfil': { ...PERSISTENT, deadLetter: 'order.fulfil.dead', notify: true },
  'order.sweep': { policy: 'stately', retryLimit: 0, expireInSeconds: 600 },
};

export const deadLetters = ['webhook.event.dead', 'order.fulfil.dead'] as const;
