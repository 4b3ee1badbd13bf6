import { Injectable } from '@nestjs/common';
import { MicroBatcher } from '../database/batching/micro-batcher';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { isDatabaseUnavailable } from '../database/is-database-unavailable';
import { uuidOf } from '../database/uuid-of';
import { Deployment } from '../deployment/deployment';
import { ForeignPaymentsService } from '../deployment/foreign-payments.service';
import { JobQueue } from '../jobs/job-queue';
import type { Jobs } from '../jobs/queues';
import { isPaying } from './event-subject';
import { receivedEvent } from './received-event';
import type { ReceivedEvent } from './received-event';
import type { VerifiedEvent } from './verify-event';
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
    private readonly deployment: Deployment,
    private readonly foreign: ForeignPaymentsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores the event and its job in one transaction. When it rejects neither may be stored, and Stripe sends the event
   * again. Keeps no reference to the event while it waits.
   */
  receive(event: VerifiedEvent, how: ReceivedEvent['how'] = 'delivered'): Promise<void> {
    return this.inbox.add(receivedEvent(event, how, this.deployment));
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
    const found = [...new Map(inOrder.map((one) => [one.id, one])).values()].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    );
    const jobs = found.flatMap((event) => {
      const data = jobOf(event);
      return data ? [{ id: uuidOf(event.id), data }] : [];
    });
    await this.write(jobs, found);
    return () => undefined;
  }

  /**
   * Queues an event again, whether or not it was handled.
   * @returns false for a type that is not handled, and for an event of another deployment
   */
  async replay(event: VerifiedEvent): Promise<boolean> {
    const received = receivedEvent(event, 'listed', this.deployment);
    const { id, subject, owner } = received;
    const jobs = subject && !owner ? [{ data: { stripeEventId: id, subject } }] : [];
    await this.write(jobs, [received]);
    return jobs.length > 0;
  }

  /**
   * Jobs first, because a job without its event does no harm; nor do the ids of another deployment's payments. If only
   * an event is stored, the answer was an error: Stripe sends the event again, and that adds the job.
   */
  private async write(
    jobs: { id?: string; data: Jobs['webhook.event'] }[],
    found: ReceivedEvent[],
  ): Promise<void> {
    const insertions = jobs.length > 0 ? [await this.jobs.insertion('webhook.event', jobs)] : [];
    const foreign = found.flatMap(({ owner }) =>
      (owner?.stripeIds ?? []).map((stripeId) => ({
        stripeId,
        deploymentId: owner?.deploymentId ?? null,
      })),
    );
    if (foreign.length > 0) insertions.push(this.foreign.insertion(foreign));
    await this.database.write([...insertions, this.events.insertion(found, this.clock.now())]);
  }
}

/** An event of another deployment needs no job. */
function jobOf({ id, type, subject, owner, createdAtS }: ReceivedEvent) {
  if (!subject || owner) return undefined;
  return { stripeEventId: id, subject, ...(isPaying(type) && { createdAtS }) };
}
