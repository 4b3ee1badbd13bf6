import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import type { StaffActionAnswer, StaffResendRequest } from '@shop/contract';
import { DeadLetters } from '../../jobs/dead-letters';
import { JobQueue } from '../../jobs/job-queue';
import { ResendService } from '../../order/fulfilment/resend.service';
import type { Decision } from '../../order/review/review-rules';
import { ReviewService } from '../../order/review/review.service';
import { FailureAlerts } from '../../order/sync/failure-alerts';
import { OrderSyncService } from '../../order/sync/order-sync.service';
import { retrieveEvent } from '../../webhook/retrieve-event';
import { WebhookInboxService } from '../../webhook/webhook-inbox.service';
import { StaffOrderRepository } from '../staff-order.repository';
import { StaffAuditService } from '../staff-audit.service';
import { ActOnOrder } from './act-on-order.service';
import type { Act, Why } from './act-on-order.service';
import { impossible } from './as-refusal';

/**
 * What a person can do, by the services that the command line uses. Why, and what it is about, is written down first; how
 * it was and is, with the answer.
 */
@Injectable()
export class StaffActs {
  constructor(
    private readonly act: ActOnOrder,
    private readonly orders: StaffOrderRepository,
    private readonly audit: StaffAuditService,
    private readonly orderSync: OrderSyncService,
    private readonly resends: ResendService,
    private readonly reviews: ReviewService,
    private readonly failures: FailureAlerts,
    private readonly deadLetters: DeadLetters,
    private readonly jobs: JobQueue,
    private readonly inbox: WebhookInboxService,
    private readonly stripe: Stripe,
  ) {}

  /** Reads the order's session again. @throws ProblemError ACTION_NOT_POSSIBLE; STRIPE_UNAVAILABLE */
  sync(number: string, why: Why): Promise<StaffActionAnswer> {
    return this.act.on(number, why, async ({ stripeSessionId }) => {
      if (!stripeSessionId) throw impossible('it has no session at Stripe yet');
      const outcome = await this.orderSync.sync(stripeSessionId, 'command');
      if (outcome !== 'synced') throw impossible(`Stripe says: ${outcome.replaceAll('_', ' ')}`);
      return 'It is read again from Stripe.';
    });
  }

  /**
   * Sends a message again: the one that is named; of a channel what was refused, or else its last one; or the last one.
   * @throws ProblemError ACTION_NOT_POSSIBLE
   */
  resend(
    number: string,
    { channel, step }: Pick<StaffResendRequest, 'channel' | 'step'>,
    why: Why,
  ): Promise<StaffActionAnswer> {
    return this.act.on(number, why, async ({ id, tellingHeldAt }) => {
      await this.audit.note(why.actionId, { subject: step ?? channel ?? null });
      const steps =
        channel && step === undefined
          ? await this.resends.resendChannel(id, channel)
          : [await this.resends.resend(id, channel, step)].filter((one) => one !== undefined);
      if (steps.length === 0)
        throw impossible(
          tellingHeldAt
            ? 'what it tells is held back until you say whether it was told'
            : 'nothing that is still true was told',
        );
      await this.audit.note(why.actionId, { subject: steps.join(', ') });
      return `It is sent again, as far as it is still true: ${steps.join(', ')}.`;
    });
  }

  /** Ends a review. @throws ProblemError ACTION_NOT_POSSIBLE when what Stripe says does not allow it */
  resolve(number: string, decision: Decision, why: Why): Promise<StaffActionAnswer> {
    return this.act.on(number, why, async ({ id }) => {
      const status = await this.reviews.resolve(id, decision, why.reason);
      return `It is decided: ${decision}. The order is ${status.replaceAll('_', ' ')}.`;
    });
  }

  /** Queues an event of Stripe again. @throws ProblemError ACTION_NOT_POSSIBLE; STRIPE_UNAVAILABLE */
  async replay(stripeEventId: string, why: Act): Promise<StaffActionAnswer> {
    const before = await this.aboutOf(stripeEventId);
    await this.audit.note(why.actionId, { reason: why.reason, subject: stripeEventId, before });
    const event = await this.act.refusing(() => retrieveEvent(this.stripe, stripeEventId));
    const queued = await this.inbox.replay(event);
    const words = queued
      ? `The event is queued again: ${event.type}.`
      : `Nothing follows from this event here: ${event.type}.`;
    return this.act.done(why, words, before, { type: event.type, queued });
  }

  /** Queues one dead letter again. @throws ProblemError ACTION_NOT_POSSIBLE when it is none any more */
  async retry(id: string, why: Why): Promise<StaffActionAnswer> {
    const letter = await this.deadLetters.find(id);
    const orderId = letter?.orderId ?? undefined;
    const numbers = await this.orders.numbersOf(orderId === undefined ? [] : [orderId]);
    const orderNumber = (orderId && numbers.get(orderId)) ?? null;
    // The letter goes when it is queued again. What it was about stays.
    const eventId = letter?.stripeEventId ?? null;
    const subject = eventId ?? letter?.reference ?? id;
    const about = eventId === null ? null : await this.aboutOf(eventId);
    const before = letter ? { queue: letter.queue, code: letter.code, ...about } : null;
    await this.audit.note(why.actionId, { reason: why.reason, subject, orderNumber, before });
    if (!letter || !(await this.jobs.retryOneDead(id)))
      throw impossible('it is no dead letter any more');
    return this.act.done(why, 'It is queued again.', before, { queued: true });
  }

  /** Queues all of them again, and lets the next sweep read the orders that were given up. */
  async retryAll(why: Why): Promise<StaffActionAnswer> {
    await this.audit.note(why.actionId, { reason: why.reason });
    const { count } = await this.deadLetters.count();
    const ordersToSweep = await this.failures.forget();
    const retried = await this.jobs.retryDead();
    const words = `${retried} pieces of work are queued again, and ${ordersToSweep} orders are read by the next sweep.`;
    return this.act.done(why, words, { deadLetters: count }, { retried, ordersToSweep });
  }

  /** What an event is about, as it is kept here. An erasure finds the reason by it when the event itself is gone. */
  private async aboutOf(stripeEventId: string): Promise<{ subjectId: string | null } | null> {
    const event = await this.orders.findEvent(stripeEventId);
    return event ? { subjectId: event.subjectId ?? event.objectId } : null;
  }
}
