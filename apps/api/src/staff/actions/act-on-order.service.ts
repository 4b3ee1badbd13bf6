import { Injectable } from '@nestjs/common';
import type { StaffActionAnswer, StaffFacts } from '@shop/contract';
import type { OrderRow } from '../../database/schema/tables';
import { ProblemError } from '../../http/errors/problem-error';
import { isReviewOpen } from '../../order/facts/is-review-open';
import { StaffAuditService } from '../staff-audit.service';
import { StaffOrderRepository } from '../staff-order.repository';
import { asRefusal } from './as-refusal';

/** Under which id an action was written down, and why it is done; null: a command that need not say why. */
export interface Act {
  actionId: number;
  reason: string | null;
}

/** The same of an action that says why. */
export interface Why extends Act {
  reason: string;
}

/** Carries an action out: why is written down first; how it was and is, with the answer. */
@Injectable()
export class ActOnOrder {
  constructor(
    private readonly orders: StaffOrderRepository,
    private readonly audit: StaffAuditService,
  ) {}

  /**
   * @param act what is done; its words say what was done
   * @throws ProblemError ORDER_NOT_FOUND; what `asRefusal` makes of an error
   */
  async on(
    number: string,
    why: Why,
    act: (order: OrderRow) => Promise<string>,
  ): Promise<StaffActionAnswer> {
    const order = await this.orders.findByNumber(number);
    if (!order) throw new ProblemError('ORDER_NOT_FOUND');
    const before = factsOf(order);
    await this.audit.note(why.actionId, { reason: why.reason, before });
    const words = await this.refusing(() => act(order));
    const now = await this.orders.findByNumber(number);
    return this.done(why, words, before, now ? factsOf(now) : null);
  }

  /** Keeps how an order was and is with what a command does with it, which answers in its own way. */
  async keeping<Answer>(
    number: string,
    actionId: number,
    act: () => Promise<Answer>,
  ): Promise<Answer> {
    const facts = async () => {
      const order = await this.orders.findByNumber(number);
      return order ? factsOf(order) : null;
    };
    await this.audit.note(actionId, { before: await facts() });
    const answer = await act();
    await this.audit.note(actionId, { after: await facts() });
    return answer;
  }

  async done(
    { actionId }: Act,
    words: string,
    before: StaffFacts,
    after: StaffFacts,
  ): Promise<StaffActionAnswer> {
    await this.audit.note(actionId, { before, after });
    return { words, before, after };
  }

  /** What a person can act on is told in words. */
  async refusing<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      throw asRefusal(error);
    }
  }
}

const factsOf = (order: OrderRow) => ({
  status: order.status,
  sessionState: order.sessionState,
  reviewOpen: isReviewOpen(order),
  cancelled: order.cancelledAt !== null,
  refundedMinor: order.refundedMinor,
  addressVersion: order.addressVersion,
  syncFailure: order.syncFailure,
  tellingHeld: order.tellingHeldAt !== null,
  shippedStatus: order.shippedStatus,
});
