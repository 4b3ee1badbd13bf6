import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Config } from '../../config/config';
import { Database } from '../../database/database';
import type { Transaction } from '../../database/database';
import type { OrderRow } from '../../database/schema/tables';
import { Deployment } from '../../deployment/deployment';
import { ProblemError } from '../../http/errors/problem-error';
import { JobQueue } from '../../jobs/job-queue';
import { awaitedBy } from '../facts/payment-attempt';
import { OrderTransitionsService } from '../order-transitions.service';
import { OrderRepository } from '../order.repository';
import { AwaitedPayments } from './awaited-payment.service';
import { changeRefused } from './change-refused';
import { ChangeAccess } from './change-access.service';
import { decideCancellation } from './decide-cancellation';

/** Cancels orders before anything of them is sent, for their shoppers and for staff. */
@Injectable()
export class CancellationService {
  constructor(
    private readonly database: Database,
    private readonly orders: OrderRepository,
    private readonly transitions: OrderTransitionsService,
    private readonly access: ChangeAccess,
    private readonly awaited: AwaitedPayments,
    private readonly jobs: JobQueue,
    private readonly deployment: Deployment,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Cancels the order in its row lock: stock, what is told, and the job that refunds it are written with it. An order that
   * was cancelled already stays so.
   * @param browserHash the hash of the browser's cookie
   * @throws ProblemError FULL_VIEW_REQUIRED, RATE_LIMITED, and the codes of `whyNotCancellable`
   */
  async cancel(stripeSessionId: string, browserHash: string | undefined): Promise<void> {
    const { id, cancelledAt } = await this.access.open(
      stripeSessionId,
      browserHash,
      'cancellation',
    );
    if (cancelledAt) return;
    const { minutes } = this.config.shopFile.cancellation;
    await this.database.transaction(async (tx) => {
      const order = await this.orders.lockById(tx, id);
      if (!order || order.cancelledAt) return;
      await this.change(tx, order, minutes, 'shopper_cancelled', 'shopper cancel');
    });
  }

  /**
   * Cancels the order for staff, until something of it is sent. One whose payment is awaited ends unpaid.
   * @param reason why: stored with the order's history
   * @returns what becomes of its payment; `open`: Stripe does not cancel it
   * @throws ProblemError ORDER_NOT_FOUND, and the codes of `whyNotCancellable` and `whyStillOpen`
   */
  async cancelForStaff(
    orderId: string,
    reason: string,
  ): Promise<'refunded' | 'nothing_paid' | 'cancelled' | 'open'> {
    const known = await this.orders.findById(orderId);
    if (!known) throw new ProblemError('ORDER_NOT_FOUND');
    // Whoever made it gives its money back; here nobody would.
    if (this.deployment.isOther(known.deploymentId))
      throw changeRefused({ code: 'ORDER_NOT_CHANGEABLE', why: 'is of another deployment' });
    if (awaitedBy(known)) return (await this.awaited.end(known, reason)) ? 'cancelled' : 'open';
    await this.database.transaction(async (tx) => {
      const order = await this.orders.lockById(tx, orderId);
      if (!order) throw new ProblemError('ORDER_NOT_FOUND');
      await this.change(tx, order, Infinity, 'staff_cancelled', `command cancel: ${reason}`);
    });
    return known.totalMinor > 0 ? 'refunded' : 'nothing_paid';
  }

  private async change(
    tx: Transaction,
    order: OrderRow,
    minutes: number,
    trigger: 'shopper_cancelled' | 'staff_cancelled',
    cause: string,
  ): Promise<void> {
    const { id } = order;
    const lines = await this.orders.linesOf(tx, id);
    const rules = { minutes, now: this.clock.now() };
    const judged = decideCancellation(order, lines, rules, trigger);
    if ('refusal' in judged) throw changeRefused(judged.refusal);
    await this.transitions.apply(tx, order, judged.decision, cause);
    await this.transitions.recordDecision(tx, order, cause);
    if (judged.decision.changes.cancelRefund === 'due')
      await this.jobs.send(tx, 'order.cancellation', { orderId: id }, { singletonKey: id });
  }
}
