import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import type { Transaction } from '../../database/database';
import { JobQueue } from '../../jobs/job-queue';
import { OrderRepository } from '../order.repository';
import type { FulfilmentStep } from './fulfilment-step';

/** The registered steps, in one array: see order.module.ts. */
export const FULFILMENT_STEPS = Symbol('fulfilment steps');

/** Stages every registered step of an order once, and runs each as its own job. */
@Injectable()
export class FulfilmentService implements OnApplicationBootstrap {
  private readonly logger = new Logger('Fulfilment');

  constructor(
    private readonly jobs: JobQueue,
    private readonly orders: OrderRepository,
    @Inject(FULFILMENT_STEPS) private readonly steps: readonly FulfilmentStep[],
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work('order.fulfil', ({ orderId, step }) => this.run(orderId, step));
  }

  /** Part of the transaction that makes the order paid. The unique key of the step is what makes it once. */
  async stage(tx: Transaction, orderId: string): Promise<void> {
    for (const { name } of this.steps) {
      if (await this.orders.stageFulfilment(tx, orderId, name)) {
        await this.jobs.send(tx, 'order.fulfil', { orderId, step: name });
      }
    }
  }

  private async run(orderId: string, name: string): Promise<void> {
    const step = this.steps.find((candidate) => candidate.name === name);
    const order = await this.orders.findById(orderId);
    if (!step || !order) throw new Error(`Fulfilment step ${name} or its order does not exist.`);
    if (await this.orders.isFulfilled(orderId, name)) return;
    await step.run({ order, lines: await this.orders.linesOf(orderId) });
    await this.orders.markFulfilled(orderId, name);
    this.logger.log({ orderNumber: order.number, step: name }, 'fulfilled');
  }
}
