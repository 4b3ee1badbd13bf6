import { Injectable, Logger } from '@nestjs/common';
import { describeError } from '../http/logging/describe-error';
import { deadLetters } from '../jobs/queues';
import { JobQueue } from '../jobs/job-queue';
import { LostStepsService } from '../order/reconciliation/lost-steps.service';
import { ReviewService } from '../order/review/review.service';
import { EndpointStateService } from '../stripe/endpoint-state.service';
import { StripeClock } from '../stripe/stripe-clock';
import type { MetricOf } from './metric-list';
import { withTimeout } from '../with-timeout';
import { Metrics } from './metrics';

/** A scrape gives its other figures when the database gives none in this time. */
const READ_MS = 2000;

const isDead = (queue: string) => deadLetters.some((name) => name === queue);

/** Reads figures that are not counted as they happen, at each scrape. */
@Injectable()
export class Gauges {
  private readonly logger = new Logger('Metrics');

  constructor(
    private readonly metrics: Metrics,
    private readonly jobs: JobQueue,
    private readonly reviews: ReviewService,
    private readonly lostSteps: LostStepsService,
    private readonly clock: StripeClock,
    private readonly endpoint: EndpointStateService,
  ) {}

  async read(): Promise<void> {
    const skew = this.clock.skewSeconds;
    if (skew === undefined) this.metrics.forget('stripe_clock_skew_seconds');
    else this.metrics.set('stripe_clock_skew_seconds', {}, skew);
    await Promise.all([
      this.readInTime(['queue_jobs', 'dead_letters'], this.readQueues()),
      this.readInTime(['orders_in_review'], this.readReviews()),
      this.readInTime(['fulfilment_steps_without_job'], this.readLostSteps()),
      this.readInTime(['stripe_endpoint_findings'], this.readEndpoint()),
    ]);
  }

  private async readQueues(): Promise<void> {
    for (const { queue, waiting, active } of await this.jobs.depths()) {
      if (isDead(queue)) {
        this.metrics.set('dead_letters', { queue }, waiting);
      } else {
        this.metrics.set('queue_jobs', { queue, state: 'waiting' }, waiting);
        this.metrics.set('queue_jobs', { queue, state: 'active' }, active);
      }
    }
  }

  private async readReviews(): Promise<void> {
    this.metrics.set('orders_in_review', {}, await this.reviews.countOpen());
  }

  private async readLostSteps(): Promise<void> {
    this.metrics.set('fulfilment_steps_without_job', {}, await this.lostSteps.count());
  }

  private async readEndpoint(): Promise<void> {
    const state = await this.endpoint.find('endpoint');
    if (state) this.metrics.set('stripe_endpoint_findings', {}, state.findings.length);
    else this.metrics.forget('stripe_endpoint_findings');
  }

  /** Waits for a reading that may fail or hang. Then the figures are left out: none is better than an old one. */
  private async readInTime(names: MetricOf<'gauge'>[], reading: Promise<void>): Promise<void> {
    try {
      await withTimeout(reading, READ_MS, () => {
        throw new Error('too late');
      });
    } catch (error) {
      for (const name of names) this.metrics.forget(name);
      this.logger.warn({ gauges: names, ...describeError(error) }, 'gauges not read');
    }
  }
}
