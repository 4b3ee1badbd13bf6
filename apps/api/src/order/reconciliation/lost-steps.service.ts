import { Injectable, Logger } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Database } from '../../database/database';
import type { Statement } from '../../database/database';
import { uuidOf } from '../../database/uuid-of';
import { describeError } from '../../http/logging/describe-error';
import { JobQueue } from '../../jobs/job-queue';
import { deliveryKey } from '../fulfilment/fulfilment.service';
import { LostStepsRepository } from './lost-steps.repository';
import type { LostStep } from './lost-steps.repository';
import { SweepService } from './sweep.service';

/** A step is staged together with its job, so one without a job has lost it: its table was emptied or restored. */
const MIN_AGE_MS = 10 * 60 * 1000;

const MOST_A_SWEEP = 500;

/** Sends the steps of fulfilment again whose job is gone, as a part of each sweep. */
@Injectable()
export class LostStepsService implements OnModuleInit {
  private readonly logger = new Logger('Sweep');

  constructor(
    private readonly lostSteps: LostStepsRepository,
    private readonly database: Database,
    private readonly jobs: JobQueue,
    private readonly sweep: SweepService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sweep.runFirst('housekeeping', () => this.sendAgain());
  }

  /** @returns how many there are now, counted up to a sweep's share */
  async count(): Promise<number> {
    return (await this.find()).length;
  }

  /**
   * The job's id is made of its step and order, so that two processes add one job. Logs its errors, so that the rest of
   * the sweep still runs.
   */
  private async sendAgain(): Promise<void> {
    try {
      const lost = await this.find();
      if (lost.length === 0) return;
      await this.database.write(await this.insertions(lost));
      for (const { step } of lost) this.logger.warn({ step }, 'step sent again: its job was gone');
    } catch (error) {
      this.logger.warn(describeError(error), 'lost steps not sent again');
    }
  }

  /** One job for all lost steps of an order and channel: see DeliveryService. */
  private async insertions(lost: LostStep[]): Promise<Statement[]> {
    const deliveries = new Map(
      lost.flatMap((one) => {
        const { orderId, channel } = one;
        if (!channel) return [];
        const singletonKey = deliveryKey(orderId, channel);
        return [[singletonKey, { id: jobIdOf(one), singletonKey, data: { orderId, channel } }]];
      }),
    );
    const older = lost
      .filter(({ channel }) => channel === null)
      .map((one) => ({ id: jobIdOf(one), data: { orderId: one.orderId, step: one.step } }));
    return [
      ...(deliveries.size > 0
        ? [await this.jobs.insertion('order.deliver', [...deliveries.values()])]
        : []),
      ...(older.length > 0 ? [await this.jobs.insertion('order.fulfil', older)] : []),
    ];
  }

  private find(): Promise<LostStep[]> {
    const before = new Date(this.clock.now().getTime() - MIN_AGE_MS);
    return this.lostSteps.find(before, MOST_A_SWEEP);
  }
}

const jobIdOf = ({ orderId, step }: LostStep) => uuidOf(`${orderId} ${step}`);
