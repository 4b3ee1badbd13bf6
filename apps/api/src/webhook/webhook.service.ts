import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { isDatabaseUnavailable } from '../database/is-database-unavailable';
import { JobQueue } from '../jobs/job-queue';
import type { EventSubject, Jobs } from '../jobs/queues';
import { isPaying, subjectOf } from './event-subject';
import { GroupCommit } from './group-commit';
import type { VerifiedEvent } from './verify-event';
import { WebhookEventRepository } from './webhook-event.repository';

/** The inbox: an event is stored, and its job with it, before Stripe is told that it has arrived. */
@Injectable()
export class WebhookService {
  private readonly inbox = new GroupCommit<VerifiedEvent>(
    (events) => this.store(events),
    isDatabaseUnavailable,
  );

  constructor(
    private readonly database: Database,
    private readonly events: WebhookEventRepository,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * When it resolves the event and its job are stored, in one transaction; when it rejects neither is, and Stripe will
   * send it again.
   */
  receive(event: VerifiedEvent): Promise<void> {
    return this.inbox.add(event);
  }

  private async store(events: VerifiedEvent[]): Promise<void> {
    const found = events.map((event) => ({ event, subject: subjectOf(event) }));
    if (found.every(({ subject }) => !subject)) {
      await this.events.insert(this.database.queries, found);
      return;
    }
    await this.database.transaction(async (tx) => {
      const fresh = await this.events.insert(tx, found);
      const jobs = found.flatMap(({ event, subject }) =>
        // Of two copies in one group the first takes the job.
        subject && fresh.delete(event.id) ? [jobOf(event, subject)] : [],
      );
      await this.jobs.sendAll(tx, 'webhook.event', jobs);
    });
  }

  /** Acts on an event again, whether or not it was handled. @returns whether it is about an order at all */
  async replay(event: VerifiedEvent): Promise<boolean> {
    const subject = subjectOf(event);
    await this.database.transaction(async (tx) => {
      await this.events.insert(tx, [{ event, subject }]);
      if (subject) {
        await this.jobs.send(tx, 'webhook.event', { stripeEventId: event.id, subject });
      }
    });
    return subject !== undefined;
  }
}

const jobOf = (event: VerifiedEvent, subject: EventSubject): Jobs['webhook.event'] => ({
  stripeEventId: event.id,
  subject,
  ...(isPaying(event.type) && { createdAtS: event.createdAtS }),
});
