import { Injectable } from '@nestjs/common';
import { stripeEventIdSchema } from '@shop/contract';
import type { StaffEventDetail } from '@shop/contract';
import { Config } from '../../config/config';
import { ProblemError } from '../../http/errors/problem-error';
import { DeadLetters } from '../../jobs/dead-letters';
import { EventJobs } from '../../jobs/event-jobs';
import type { EventJob } from '../../jobs/event-jobs';
import { StaffOrderRepository } from '../staff-order.repository';
import { listedEvent } from './listed-event';

const MOST_ORDERS = 5;

/** Shows one event of Stripe and what became of it. Its payload is not kept, and Stripe is not asked. */
@Injectable()
export class EventDetail {
  constructor(
    private readonly orders: StaffOrderRepository,
    private readonly jobs: EventJobs,
    private readonly deadLetters: DeadLetters,
    private readonly config: Config,
  ) {}

  /** @throws ProblemError EVENT_NOT_FOUND */
  async show(id: string): Promise<StaffEventDetail> {
    const eventId = stripeEventIdSchema.safeParse(id);
    const event = eventId.success ? await this.orders.findEvent(eventId.data) : undefined;
    if (!event) throw new ProblemError('EVENT_NOT_FOUND');
    const ids = [event.subjectId, event.objectId, event.paymentId].filter((one) => one !== null);
    const orders =
      ids.length === 0
        ? []
        : await this.orders.page(undefined, { by: 'ids', ids }, undefined, MOST_ORDERS);
    const job = await this.jobs.find(event.id);
    const letter = await this.deadLetters.ofEvent(event.id);
    return {
      ...listedEvent(event),
      objectId: event.objectId,
      livemode: event.livemode,
      form: event.apiVersion === null ? 'thin' : 'snapshot',
      apiVersion: event.apiVersion,
      createdAt: event.createdAt?.toISOString() ?? null,
      fulfilledAfterSeconds: event.fulfilledAfterS,
      orders: orders.map(({ order }) => order.number),
      job: job ? shownJob(job) : null,
      deadLetter: letter ? { id: letter.id, at: letter.at.toISOString(), code: letter.code } : null,
      stripeMode: this.config.stripe.mode,
    };
  }
}

const STATES = {
  created: 'waiting',
  retry: 'waiting',
  active: 'running',
  completed: 'done',
  cancelled: 'failed',
  failed: 'failed',
} as const satisfies Record<EventJob['state'], NonNullable<StaffEventDetail['job']>['state']>;

/** pg-boss counts a further try as it begins, not as the one before fails. */
const shownJob = ({ state, retryCount, startAfter, code }: EventJob) => ({
  state: STATES[state],
  failures: retryCount + (state === 'retry' || state === 'failed' ? 1 : 0),
  nextAt: STATES[state] === 'waiting' ? startAfter.toISOString() : null,
  code,
});
