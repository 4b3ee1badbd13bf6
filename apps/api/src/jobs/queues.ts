/** What each queue's jobs carry. */
export interface Jobs {
  /** An event of Stripe's, stored in the same transaction, waiting to be acted upon. */
  'webhook.event': { stripeEventId: string; subject: EventSubject };
  /** One step of one order's fulfilment. */
  'order.fulfil': { orderId: string; step: string };
}

/** What an event is about; the truth is read again from Stripe by this id. */
export type EventSubject = { stripeSessionId: string } | { stripePaymentIntentId: string };

export type QueueName = keyof Jobs;

/** Retries with back-off for about a day; then the job waits in the dead-letter queue for a person. */
const RETRY = { retryLimit: 40, retryDelay: 1, retryBackoff: true, retryDelayMax: 3600 };

export const queues: Record<QueueName, typeof RETRY> = {
  'webhook.event': RETRY,
  'order.fulfil': RETRY,
};

export const deadLetterOf = (queue: QueueName) => `${queue}.dead`;
