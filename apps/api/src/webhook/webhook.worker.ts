import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { JobQueue } from '../jobs/job-queue';
import type { Jobs } from '../jobs/queues';
import { Metrics } from '../metrics/metrics';
import { EventSyncService } from '../order/sync/event-sync.service';
import { MissingEventService } from './missing-event.service';
import { FailureAlerts } from '../order/sync/failure-alerts';
import { WebhookEventRepository } from './webhook-event.repository';

/** Handles stored events. An event is only a hint to read its session again. */
@Injectable()
export class WebhookWorker implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: JobQueue,
    private readonly events: WebhookEventRepository,
    private readonly eventSync: EventSyncService,
    private readonly missingEvents: MissingEventService,
    private readonly failures: FailureAlerts,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.work('webhook.event', (job) => this.handle(job), {
      onPermanent: ({ stripeEventId, subject }, failure) =>
        this.failures.tellOfEvent(stripeEventId, subject, failure),
    });
  }

  private async handle(job: Jobs['webhook.event']): Promise<void> {
    const { stripeEventId, subject, createdAtS } = job;
    const { outcome, paymentId } =
      'stripeHealthEventId' in subject
        ? {
            outcome: await this.missingEvents.makeUpFor(subject.stripeHealthEventId),
            paymentId: undefined,
          }
        : await this.eventSync.sync(subject, `webhook ${stripeEventId}`);
    // The order of a session of ours is missing: the event stays unhandled and its job is retried.
    if (outcome === 'order_missing') throw new Error(`No order for event ${stripeEventId} yet.`);
    const now = this.clock.now();
    const seconds =
      outcome === 'synced' && createdAtS !== undefined
        ? Math.max(0, now.getTime() / 1000 - createdAtS)
        : undefined;
    if (seconds !== undefined)
      this.metrics.observe('stripe_event_to_fulfilment_seconds', {}, seconds);
    await this.events.markHandled(stripeEventId, {
      outcome,
      handledAt: now,
      paymentId,
      fulfilledAfterS: seconds,
    });
  }
}
