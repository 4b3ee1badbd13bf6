import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import type { Transaction } from '../../database/database';
import { JobQueue } from '../../jobs/job-queue';
import { Metrics } from '../../metrics/metrics';
import { OrderRepository } from '../order.repository';
import type { FulfilmentStep, OrderMoment } from './fulfilment-step';

/** The registered steps, in one array: see order.module.ts. */
export const FULFILMENT_STEPS = Symbol('fulfilment steps');

/** Stages every registered step of an order once, and runs each as its own job. */
@Injectable()
export class FulfilmentService implements OnApplicationBootstrap {
  private readonly logger = new Logger('Fulfilment');

  constructor(
    private readonly jobs: JobQueue,
    private readonly orders: OrderRepository,
    private readonly metrics: Metrics,
    @Inject(FULFILMENT_STEPS) private readonly steps: readonly FulfilmentStep[],
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work('order.fulfil', ({ orderId, step }) => this.run(orderId, step));
  }

  /**
   * Part of the transaction that moves the order. The unique key of order and step is what makes it once.
   * @param occasion tells the times apart where a moment comes more than once: the id of a refund
   */
  async stage(tx: Transaction, orderId: string, moment: OrderMoment, occasion = ''): Promise<void> {
    for (const { name, on, enabled } of this.steps) {
      if (!enabled || on !== moment) continue;
      const step = occasion ? `${name}:${occasion}` : name;
      if (await this.orders.stageFulfilment(tx, orderId, step)) {
        await this.jobs.send(tx, 'order.fulfil', { orderId, step });
      }
    }
  }

  private async run(orderId: string, staged: string): Promise<void> {
    const [name = '', occasion = ''] = staged.split(':');
    const step = this.steps.find((one) => one.name === name);
    const order = await this.orders.findById(orderId);
    if (!step || !order) throw new Error(`Fulfilment step ${staged} or its order does not exist.`);
    if (await this.orders.isFulfilled(orderId, staged)) return;
    const subject = { order, lines: await this.orders.linesOf(orderId) };
    await step.run(subject, `${staged}-${orderId}`, occasion);
    const seconds = await this.orders.markFulfilled(orderId, staged);
    this.metrics.observe('fulfilment_step_seconds', { step: name }, seconds);
    this.logger.log({ orderNumber: order.number, step: staged }, 'fulfilled');
  }
}
