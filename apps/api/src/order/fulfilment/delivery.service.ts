import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Deployment } from '../../deployment/deployment';
import type { FulfilmentRow } from '../../database/schema/fulfilment-tables';
import type { Channel, OrderRow } from '../../database/schema/tables';
import { JobQueue } from '../../jobs/job-queue';
import { asDeliveryError } from './delivery-error';
import { DeliveryOutcomes } from './delivery-outcomes.service';
import { FULFILMENT_STEPS } from './fulfilment-step';
import type { FulfilmentStep, StepResult } from './fulfilment-step';
import { FulfilmentRepository } from './fulfilment.repository';
import { FulfilmentService } from './fulfilment.service';
import { nextStep, nextTime, parseStep, whyMoot } from './judge-step';

/**
 * A job begins no step after this time: together with the slowest one, an e-mail, it ends well before another worker takes
 * it for dead (see queues.ts).
 */
const MOST_MS = 45_000;

/** Jobs at once in a process. A channel has its own, so that it does not wait for another one whose other side hangs. */
const CHANNEL_CONCURRENCY = 4;
/** Of mail and merchant; the jobs for staff run one by one. */
const CONCURRENCY = 2 * CHANNEL_CONCURRENCY + 1;

/**
 * Tells what is staged: the steps of one order and one channel in their order, each with the order as it is when its turn
 * comes. The job queue runs one job of an order and channel at a time, in all processes together.
 */
@Injectable()
export class DeliveryService implements OnApplicationBootstrap {
  private readonly logger = new Logger('Fulfilment');

  constructor(
    private readonly jobs: JobQueue,
    private readonly repository: FulfilmentRepository,
    private readonly fulfilment: FulfilmentService,
    private readonly outcomes: DeliveryOutcomes,
    private readonly deployment: Deployment,
    private readonly clock: Clock,
    @Inject(FULFILMENT_STEPS) private readonly steps: readonly FulfilmentStep[],
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.work('order.deliver', ({ orderId, channel }) => this.deliver(orderId, channel), {
      concurrency: CONCURRENCY,
      groupConcurrency: CHANNEL_CONCURRENCY,
      onPermanent: async ({ orderId, channel }, { code, reason }) => {
        const orderNumber = (await this.repository.findOrder(orderId))?.number;
        const details = { orderNumber, channel, code, reason };
        this.logger.error({ alert: true, ...details }, 'order needs a person');
      },
    });
  }

  /**
   * Ends when no step is left, when each has to wait, or when it has taken long enough. Another job goes on with what is
   * left, once its time has come.
   */
  private async deliver(orderId: string, channel: Channel): Promise<void> {
    const end = performance.now() + MOST_MS;
    for (;;) {
      const rows = await this.repository.stepsOf(orderId, channel);
      const now = this.clock.now();
      const row = performance.now() < end ? nextStep(rows, now) : undefined;
      if (!row) {
        const at = nextTime(rows, now);
        if (at) await this.fulfilment.queueWaiting(orderId, channel, at);
        return;
      }
      // Read after the steps: what a later step is about is never missing in it.
      const order = await this.repository.findOrder(orderId);
      // A copy of a database has the jobs of the deployment that it was copied from.
      if (!order || this.deployment.isOther(order.deploymentId)) return;
      // A restored one has forgotten what it told.
      if (order.tellingHeldAt) return;
      await this.runStep(order, row, rows);
    }
  }

  private async runStep(order: OrderRow, row: FulfilmentRow, rows: FulfilmentRow[]): Promise<void> {
    const { name, triggerId } = parseStep(row.step);
    const step = this.steps.find((one) => one.name === name);
    if (!step) throw new Error(`There is no fulfilment step ${row.step}.`);
    const now = this.clock.now();
    const notBefore = step.notBefore?.(order, row.stagedAt);
    if (notBefore && notBefore > now) return this.outcomes.postpone(row, step, notBefore);
    const withdrawal =
      step.on === 'withdrawal_requested'
        ? await this.repository.findWithdrawal(triggerId)
        : undefined;
    const moot = whyMoot(step, { order, row, rows, withdrawal, now });
    if (moot !== undefined) return this.outcomes.endMoot(order, row, moot);
    let result: StepResult;
    try {
      result = await step.send({
        order,
        lines: await this.repository.linesOf(order.id),
        shipments: await this.repository.shipmentsOf(order),
        id: `${row.step}-${order.id}`,
        triggerId,
        sequence: row.sequence ?? 0,
        stagedAt: row.stagedAt,
        hasWaited: row.notBefore !== null,
        withdrawal,
      });
    } catch (error) {
      return this.outcomes.recordFailure(order, row, step, asDeliveryError(error));
    }
    if (result && 'notBefore' in result) return this.outcomes.postpone(row, step, result.notBefore);
    if (result && 'moot' in result) return this.outcomes.endMoot(order, row, result.moot);
    const told = [row, ...(result?.alsoTold ?? [])];
    await this.outcomes.recordSuccess(order, told, step, result?.deferred);
  }
}
