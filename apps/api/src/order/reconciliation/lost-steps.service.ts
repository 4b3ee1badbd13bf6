import { Injectable, Logger } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Database } from '../../database/database';
import { uuidOf } from '../../database/uuid-of';
import { describeError } from '../../http/logging/describe-error';
import { JobQueue } from '../../jobs/job-queue';
import { FulfilmentService } from '../fulfilment/fulfilment.service';
import { LostStepsRepository } from './lost-steps.repository';
import type { LostStep } from './lost-steps.repository';
import { SweepService } from './sweep.service';

const MINUTE_MS = 60 * 1000;

/** A step is staged together with its job, so one without a job has lost it: its table was emptied or restored. */
const MIN_AGE_MS = 10 * MINUTE_MS;

const MOST_A_SWEEP = 500;

/** Sends the steps of fulfilment again whose job is gone, as a part of each sweep. */
@Injectable()
export class LostStepsService implements OnModuleInit {
  private readonly logger = new Logger('Sweep');

  constructor(
    private readonly lostSteps: LostStepsRepository,
    private readonly database: Database,
    private readonly jobs: JobQueue,
    private readonly fulfilment: FulfilmentService,
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
   * The job's id is made of what it is for and of the minute: sweeps of the same moment add one job, and what loses it
   * again gets another one, although the queue keeps those that have ended for days. Logs its errors, so that the rest of
   * the sweep still runs.
   */
  private async sendAgain(): Promise<void> {
    try {
      const minute = Math.floor(this.clock.now().getTime() / MINUTE_MS);
      const added = new Set<string>();
      for (const one of await this.find()) {
        const id = jobIdOf(one, minute);
        if (!added.has(id) && !(await this.send(one, id))) continue;
        added.add(id);
        this.logger.warn({ step: one.step }, 'step sent again: its job was gone');
      }
    } catch (error) {
      this.logger.warn(describeError(error), 'lost steps not sent again');
    }
  }

  /** One job for all lost steps of an order and channel: see DeliveryService. @returns whether it is new */
  private send({ orderId, step, channel }: LostStep, id: string): Promise<boolean> {
    if (channel) return this.fulfilment.queueOnce(orderId, channel, id);
    return this.database.transaction((tx) =>
      this.jobs.send(tx, 'order.fulfil', { orderId, step }, { id }),
    );
  }

  private find(): Promise<LostStep[]> {
    const before = new Date(this.clock.now().getTime() - MIN_AGE_MS);
    return this.lostSteps.find(before, MOST_A_SWEEP);
  }
}

const jobIdOf = ({ orderId, step, channel }: LostStep, minute: number) =>
  uuidOf(`${orderId} ${channel ?? step} ${minute}`);
