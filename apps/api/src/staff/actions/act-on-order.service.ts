import { Injectable } from '@nestjs/common';
import type { StaffActionAnswer, StaffFacts } from '@shop/contract';
import type { OrderRow } from '../../database/schema/tables';
import { ProblemError } from '../../http/errors/problem-error';
import { isReviewOpen } from '../../order/facts/is-review-open';
import { StaffAuditService } from '../staff-audit.service';
import { StaffOrderRepository } from '../staff-order.repository';
import { asRefusal } from './as-refusal';

/** Under which id the action was written down, and why it is done. */
export interface Why {
  actionId: number;
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

  async done(
    { actionId }: Why,
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
});
