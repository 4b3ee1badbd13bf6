import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MicroBatcher } from '../database/batching/micro-batcher';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { isDatabaseUnavailable } from '../database/is-database-unavailable';
import { JobQueue } from '../jobs/job-queue';
import type { EventSubject, Jobs } from '../jobs/queues';
import { isPaying, subjectOf } from './event-subject';
import type { VerifiedEvent } from './verify-event';
import type { ReceivedEvent } from './webhook-event.repository';
import { WebhookEventRepository } from './webhook-event.repository';

/** The inbox: an event and its job are stored before Stripe gets its 2xx. */
@Injectable()
export class WebhookInboxService {
  private readonly inbox = new MicroBatcher<ReceivedEvent, void>(
    (received) => this.store(received),
    isDatabaseUnavailable,
  );

  constructor(
    private readonly database: Database,
    private readonly events: WebhookEventRepository,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores the event and its job in one transaction. When it rejects neither may be stored, and Stripe sends the event
   * again.
   */
  receive(event: VerifiedEvent, how: ReceivedEvent['how'] = 'delivered'): Promise<void> {
    return this.inbox.add({ event, how });
  }

  /**
   * A job's id is made from its event's id, so a repeated event adds no second job. Events are stored in the order of
   * their ids, so that two processes that store the same events do not deadlock.
   */
  private async store(received: ReceivedEvent[]): Promise<() => void> {
    // Repeated events in one batch are stored once, because the queue takes no id twice. Delivered ones come last and stay.
    const inOrder = received.toSorted((a, b) =>
      a.how === b.how ? 0 : a.how === 'listed' ? -1 : 1,
    );
    const found = [...new Map(inOrder.map((one) => [one.event.id, one])).values()]
      .map((one) => ({ ...one, subject: subjectOf(one.event) }))
      .sort((a, b) => (a.event.id < b.event.id ? -1 : 1));
    const jobs = found.flatMap(({ event, subject }) =>
      subject ? [{ id: uuidOf(event.id), data: jobOf(event, subject) }] : [],
    );
    await this.write(jobs, found);
    return () => undefined;
  }

  /** Queues an event again, whether or not it was handled. @returns whether its type is handled at all */
  async replay(event: VerifiedEvent): Promise<boolean> {
    const subject = subjectOf(event);
    const jobs = subject ? [{ data: { stripeEventId: event.id, subject } }] : [];
    await this.write(jobs, [{ event, how: 'listed', subject }]);
    return subject !== undefined;
  }

  /**
   * Jobs first, because a job without its event does no harm. If only an event is stored, the answer was an error: Stripe
   * sends the event again, and that adds the job.
   */
  private async write(
    jobs: { id?: string; data: Jobs['webhook.event'] }[],
    found: (ReceivedEvent & { subject: EventSubject | undefined })[],
  ): Promise<void> {
    const insertions = jobs.length > 0 ? [await this.jobs.insertion('webhook.event', jobs)] : [];
    await this.database.write([...insertions, this.events.insertion(found, this.clock.now())]);
  }
}

const jobOf = (event: VerifiedEvent, subject: EventSubject): Jobs['webhook.event'] => ({
  stripeEventId: event.id,
  subject,
  ...(isPaying(event.type) && { createdAtS: event.createdAtS }),
});

/** The same for the same event. PostgreSQL accepts any 128 bits as a uuid. */
const uuidOf = (eventId: string) => hash('sha256', eventId).slice(0, 32);
