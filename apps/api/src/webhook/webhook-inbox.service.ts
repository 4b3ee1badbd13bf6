import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MicroBatcher } from '../database/batching/micro-batcher';
import { Database } from '../database/database';
import { isDatabaseUnavailable } from '../database/is-database-unavailable';
import { JobQueue } from '../jobs/job-queue';
import type { EventSubject, Jobs } from '../jobs/queues';
import { isPaying, subjectOf } from './event-subject';
import type { VerifiedEvent } from './verify-event';
import { WebhookEventRepository } from './webhook-event.repository';

/** The inbox: an event is stored, and its job with it, before Stripe is told that it has arrived. */
@Injectable()
export class WebhookInboxService {
  private readonly inbox = new MicroBatcher<VerifiedEvent, void>(
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

  /**
   * A job has the id of its event, so a copy adds none. In the order of the events' ids, so that two who store the same
   * ones at once wait for each other in turn.
   */
  private async store(events: VerifiedEvent[]): Promise<() => void> {
    // Of copies in one batch one is enough; the queue takes no id twice.
    const found = [...new Map(events.map((event) => [event.id, event])).values()]
      .map((event) => ({ event, subject: subjectOf(event) }))
      .sort((a, b) => (a.event.id < b.event.id ? -1 : 1));
    const jobs = found.flatMap(({ event, subject }) =>
      subject ? [{ id: uuidOf(event.id), data: jobOf(event, subject) }] : [],
    );
    await this.write(jobs, found);
    return () => undefined;
  }

  /** Acts on an event again, whether or not it was handled. @returns whether it is about an order at all */
  async replay(event: VerifiedEvent): Promise<boolean> {
    const subject = subjectOf(event);
    const jobs = subject ? [{ data: { stripeEventId: event.id, subject } }] : [];
    await this.write(jobs, [{ event, subject }]);
    return subject !== undefined;
  }

  /**
   * Jobs first: one without its event does no harm. Should an event be stored without its job, the answer was an error,
   * and the copy that Stripe sends brings the job.
   */
  private async write(
    jobs: { id?: string; data: Jobs['webhook.event'] }[],
    found: { event: VerifiedEvent; subject: EventSubject | undefined }[],
  ): Promise<void> {
    const insertions = jobs.length > 0 ? [await this.jobs.insertion('webhook.event', jobs)] : [];
    await this.database.write([...insertions, this.events.insertion(found)]);
  }
}

const jobOf = (event: VerifiedEvent, subject: EventSubject): Jobs['webhook.event'] => ({
  stripeEventId: event.id,
  subject,
  ...(isPaying(event.type) && { createdAtS: event.createdAtS }),
});

/** The same for the same event; PostgreSQL takes any 128 bits for a uuid. */
const uuidOf = (eventId: string) => hash('sha256', eventId).slice(0, 32);
