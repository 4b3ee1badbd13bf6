import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Config } from '../../config/config';
import { Database } from '../../database/database';
import { JobQueue } from '../../jobs/job-queue';
import { OrderTransitionsService } from '../order-transitions.service';
import { OrderRepository } from '../order.repository';
import { changeRefused } from './change-refused';
import { ChangeAccess } from './change-access.service';
import { decideCancellation } from './decide-cancellation';

/** Lets a shopper cancel an order before anything of it is sent. */
@Injectable()
export class CancellationService {
  constructor(
    private readonly database: Database,
    private readonly orders: OrderRepository,
    private readonly transitions: OrderTransitionsService,
    private readonly access: ChangeAccess,
    private readonly jobs: JobQueue,
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
    await this.database.transaction(async (tx) => {
      const order = await this.orders.lockById(tx, id);
      if (!order || order.cancelledAt) return;
      const lines = await this.orders.linesOf(tx, id);
      const { minutes } = this.config.shopFile.cancellation;
      const judged = decideCancellation(order, lines, { minutes, now: this.clock.now() });
      if ('refusal' in judged) throw changeRefused(judged.refusal);
      await this.transitions.apply(tx, order, judged.decision, 'shopper cancel');
      await this.transitions.recordDecision(tx, order, 'shopper cancel');
      if (judged.decision.changes.cancelRefund === 'due')
        await this.jobs.send(tx, 'order.cancellation', { orderId: id }, { singletonKey: id });
    });
  }
}
