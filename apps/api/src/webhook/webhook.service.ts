import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { JobQueue } from '../jobs/job-queue';
import { isPaying, subjectOf } from './event-subject';
import type { VerifiedEvent } from './verify-event';
import { WebhookEventRepository } from './webhook-event.repository';

/** The inbox: an event is stored, and its job with it, before Stripe is told that it has arrived. */
@Injectable()
export class WebhookService {
  constructor(
    private readonly database: Database,
    private readonly events: WebhookEventRepository,
    private readonly jobs: JobQueue,
  ) {}

  /** One transaction. When it returns the event is stored; when it throws nothing is, and Stripe will send it again. */
  async receive(event: VerifiedEvent): Promise<void> {
    const subject = subjectOf(event);
    await this.database.transaction(async (tx) => {
      const isNew = await this.events.insert(tx, event, subject);
      if (isNew && subject) {
        await this.jobs.send(tx, 'webhook.event', {
          stripeEventId: event.id,
          subject,
          ...(isPaying(event.type) && { createdAtS: event.createdAtS }),
        });
      }
    });
  }

  /** Acts on an event again, whether or not it was handled. @returns whether it is about an order at all */
  async replay(event: VerifiedEvent): Promise<boolean> {
    const subject = subjectOf(event);
    await this.database.transaction(async (tx) => {
      await this.events.insert(tx, event, subject);
      if (subject) await this.jobs.send(tx, 'webhook.event', { stripeEventId: event.id, subject });
    });
    return subject !== undefined;
  }
}
