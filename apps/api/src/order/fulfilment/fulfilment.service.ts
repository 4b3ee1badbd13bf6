import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import type { Transaction } from '../../database/database';
import { JobQueue } from '../../jobs/job-queue';
import { Metrics } from '../../metrics/metrics';
import type { FulfilmentStep, FulfilmentTrigger } from './fulfilment-step';
import { FulfilmentRepository } from './fulfilment.repository';

/** The registered steps, in one array: see order.module.ts. */
export const FULFILMENT_STEPS = Symbol('fulfilment steps');

/** Stages each registered step of an order once, and runs each as its own job. */
@Injectable()
export class FulfilmentService implements OnApplicationBootstrap {
  private readonly logger = new Logger('Fulfilment');

  constructor(
    private readonly jobs: JobQueue,
    private readonly repository: FulfilmentRepository,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
    @Inject(FULFILMENT_STEPS) private readonly steps: readonly FulfilmentStep[],
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work('order.fulfil', ({ orderId, step }) => this.run(orderId, step));
  }

  /**
   * Stages the steps of a trigger, in the transaction that changes the order. The unique key of order and step makes
   * that once.
   * @param triggerId tells repeated triggers of one order apart: the id of the refund
   */
  async stage(
    tx: Transaction,
    orderId: string,
    trigger: FulfilmentTrigger,
    triggerId = '',
  ): Promise<void> {
    for (const { name, on, enabled } of this.steps) {
      if (!enabled || on !== trigger) continue;
      const step = triggerId ? `${name}:${triggerId}` : name;
      if (await this.repository.stage(tx, orderId, step, this.clock.now())) {
        await this.jobs.send(tx, 'order.fulfil', { orderId, step });
      }
    }
  }

  private async run(orderId: string, staged: string): Promise<void> {
    const [name = '', triggerId = ''] = staged.split(':');
    const step = this.steps.find((one) => one.name === name);
    const order = await this.repository.findOrder(orderId);
    if (!step || !order) throw new Error(`Fulfilment step ${staged} or its order does not exist.`);
    if (await this.repository.isDone(orderId, staged)) return;
    const subject = { order, lines: await this.repository.linesOf(orderId) };
    await step.run(subject, `${staged}-${orderId}`, triggerId);
    const seconds = await this.repository.markDone(orderId, staged, this.clock.now());
    this.metrics.observe('fulfilment_step_seconds', { step: name }, seconds);
    this.logger.log({ orderNumber: order.number, step: staged }, 'fulfilled');
  }
}
