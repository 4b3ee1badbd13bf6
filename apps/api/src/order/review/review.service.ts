import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { Clock } from '../../clock/clock';
import { Database } from '../../database/database';
import type { Transaction } from '../../database/database';
import type { OrderRow, OrderStatus } from '../../database/schema/tables';
import { OrderTransitionsService } from '../order-transitions.service';
import { OrderRepository } from '../order.repository';
import { sessionsInReason } from '../review-reason';
import { follow } from '../sync/decide';
import { expireSession } from '../sync/expire-session';
import { findMismatch } from '../sync/find-mismatch';
import { describeSession } from '../sync/session-state';
import { heldMinorOf } from '../sync/session-snapshot';
import type { SessionSnapshot } from '../sync/session-snapshot';
import { StripeSessionReader } from '../sync/stripe-session.reader';
import { triggersOf } from '../sync/triggers';
import { ReviewError, statusAfter } from './review-rules';
import type { Decision, ReviewFacts } from './review-rules';
import { ReviewRepository } from './review.repository';

const ATTEMPTS = 8;

/** The order's own session, and the others that the reason of its review names. */
interface ReviewedSessions {
  own: SessionSnapshot | null;
  others: SessionSnapshot[];
}

/** Carries out what a person decides about an order under review. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly database: Database,
    private readonly stripe: Stripe,
    private readonly orders: OrderRepository,
    private readonly reviews: ReviewRepository,
    private readonly sessions: StripeSessionReader,
    private readonly transitions: OrderTransitionsService,
    private readonly clock: Clock,
  ) {}

  /** Orders that wait for a person's decision, oldest first. */
  findOpen(): Promise<OrderRow[]> {
    return this.reviews.findInReview();
  }

  /** How many orders wait for a person's decision. */
  countOpen(): Promise<number> {
    return this.reviews.countInReview();
  }

  /**
   * Reads the order's sessions from Stripe and judges the decision. Only a decision that is possible expires the sessions
   * that must no longer be paid. Then they are read and judged again, and the decision is carried out in one transaction
   * with the row locked. It is recorded as the cause of the transition.
   * @param reason why, in the person's own words: stored with the transition
   * @returns the order's new status
   * @throws ReviewError when the decision is not possible with what Stripe says
   */
  async resolve(orderId: string, decision: Decision, reason: string): Promise<OrderStatus> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const before = await this.orders.findById(orderId);
      if (!before) throw new ReviewError('There is no such order.');
      let sessions = await this.readSessions(before);
      await this.judge(this.database.queries, decision, before, sessions);
      if (await this.expire(decision, before)) sessions = await this.readSessions(before);
      const status = await this.carryOut(before, decision, reason, sessions);
      if (status) return status;
    }
    throw new ReviewError('The order changed faster than its session could be read. Try again.');
  }

  /** @returns whether Stripe was asked to expire a session */
  private async expire(decision: Decision, order: OrderRow): Promise<boolean> {
    const { own, others } = sessionIdsOf(order);
    const stripeSessionIds = [
      ...(decision === 'refused' && own !== null ? [own] : []),
      ...(decision === 'reopened' ? [] : others),
    ];
    for (const id of stripeSessionIds) await expireSession(this.stripe, id);
    return stripeSessionIds.length > 0;
  }

  /** @returns undefined when the order has changed since its sessions were read */
  private carryOut(
    before: OrderRow,
    decision: Decision,
    reason: string,
    sessions: ReviewedSessions,
  ): Promise<OrderStatus | undefined> {
    return this.database.transaction(async (tx) => {
      const order = await this.orders.lockById(tx, before.id);
      if (!order || order.version !== before.version) return undefined;
      const { own } = sessions;
      const status = await this.judge(tx, decision, order, sessions);
      const cause = `command ${decision}: ${reason}`;
      const subtotalMinor = own?.session.amount_subtotal ?? order.subtotalMinor;
      const now = this.clock.now();
      const decided: Partial<OrderRow> = {
        reviewReason: order.reviewReason ?? 'its session was in no documented state',
        reviewResolvedAt: decision === 'reopened' ? null : now,
        // The total becomes the session's, so the subtotal has to become the session's too.
        ...(decision === 'paid' && { subtotalMinor }),
      };
      const followed =
        own && decision !== 'reopened'
          ? follow(order, own, status, now, decided)
          : {
              status,
              changes: decided,
              triggers: triggersOf(order, { ...order, ...decided, status }),
              alerts: [],
            };
      await this.transitions.apply(tx, order, followed, cause);
      // The history shows the decision even if the status stays the same.
      if (status === order.status) await this.transitions.recordDecision(tx, order, cause);
      return status;
    });
  }

  /**
   * The order's status after the decision.
   * @throws ReviewError when the decision is not possible
   */
  private async judge(
    queries: Transaction,
    decision: Decision,
    order: OrderRow,
    { own, others }: ReviewedSessions,
  ): Promise<OrderStatus> {
    return statusAfter(decision, order, {
      state: own && describeSession(own.session),
      otherStates: others.map(({ session }) => describeSession(session)),
      mismatch: own ? findMismatch(order, own.session) : undefined,
      held: [...(own ? [own] : []), ...others].flatMap(heldIn),
      statusBefore: await this.reviews.statusBeforeReview(queries, order.id),
    });
  }

  private async readSessions(order: OrderRow): Promise<ReviewedSessions> {
    const { own, others } = sessionIdsOf(order);
    return {
      own: own === null ? null : await this.read(own),
      others: await Promise.all(others.map((id) => this.read(id))),
    };
  }

  private async read(stripeSessionId: string): Promise<SessionSnapshot> {
    const snapshot = await this.sessions.read(stripeSessionId);
    if (snapshot) return snapshot;
    throw new ReviewError(`Stripe does not know ${stripeSessionId}: is this the right key?`);
  }
}

function sessionIdsOf(order: OrderRow): { own: string | null; others: string[] } {
  return { own: order.stripeSessionId, others: sessionsInReason(order.reviewReason) };
}

function heldIn({ session }: SessionSnapshot): ReviewFacts['held'] {
  const amountMinor = heldMinorOf(session);
  return amountMinor > 0 ? [{ stripeSessionId: session.id, amountMinor }] : [];
}
