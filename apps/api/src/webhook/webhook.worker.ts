import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { JobQueue } from '../jobs/job-queue';
import type { EventSubject, Jobs } from '../jobs/queues';
import { Metrics } from '../metrics/metrics';
import { OrderLookupService } from '../order/order-lookup.service';
import { OrderSyncService } from '../order/sync/order-sync.service';
import type { SyncOutcome } from '../order/sync/order-sync.service';
import { WebhookEventRepository } from './webhook-event.repository';

/** Acts on stored events: each is a hint to read its session again. */
@Injectable()
export class WebhookWorker implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: JobQueue,
    private readonly events: WebhookEventRepository,
    private readonly orderSync: OrderSyncService,
    private readonly lookup: OrderLookupService,
    private readonly metrics: Metrics,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work('webhook.event', (job) => this.handle(job));
  }

  private async handle(job: Jobs['webhook.event']): Promise<void> {
    const { stripeEventId, subject, createdAtS } = job;
    const outcome = await this.act(subject, stripeEventId);
    // Ours but without an order: never said to be done. The job is kept and tried again.
    if (outcome === 'order_missing') throw new Error(`No order for event ${stripeEventId} yet.`);
    if (outcome === 'synced' && createdAtS !== undefined) {
      const seconds = Math.max(0, Date.now() / 1000 - createdAtS);
      this.metrics.observe('stripe_event_to_fulfilment_seconds', {}, seconds);
    }
    await this.events.markHandled(stripeEventId, outcome);
  }

  private async act(
    subject: EventSubject,
    stripeEventId: string,
  ): Promise<SyncOutcome | 'renamed'> {
    if ('stripeAccountId' in subject) {
      await this.lookup.renameAccount(subject.stripeAccountId);
      return 'renamed';
    }
    const stripeSessionId =
      'stripeSessionId' in subject
        ? subject.stripeSessionId
        : await this.lookup.sessionOfPayment(subject.stripePaymentIntentId);
    return stripeSessionId
      ? this.orderSync.sync(stripeSessionId, `webhook ${stripeEventId}`)
      : 'not_ours';
  }
}
