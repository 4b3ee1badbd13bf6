import { Injectable, Logger } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Database } from '../../database/database';
import { uuidOf } from '../../database/uuid-of';
import { describeError } from '../../http/logging/describe-error';
import { JobQueue } from '../../jobs/job-queue';
import type { Jobs } from '../../jobs/queues';
import { LostJobsRepository } from './lost-jobs.repository';
import { SweepService } from './sweep.service';

/** Each is written together with its job, so one without a job has lost it: its table was emptied or restored. */
const MIN_AGE_MS = 10 * 60 * 1000;

const MOST_A_SWEEP = 500;

/**
 * Queues again, as a part of each sweep, what has lost its job: refunds of cancelled orders, and what follows from a
 * withdrawal.
 */
@Injectable()
export class LostJobsService implements OnModuleInit {
  private readonly logger = new Logger('Sweep');

  constructor(
    private readonly lostJobs: LostJobsRepository,
    private readonly database: Database,
    private readonly jobs: JobQueue,
    private readonly sweep: SweepService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sweep.runFirst('housekeeping', () => this.queueAgain());
  }

  /** Logs its errors, so that the rest of the sweep still runs. */
  private async queueAgain(): Promise<void> {
    const now = this.clock.now();
    const before = new Date(now.getTime() - MIN_AGE_MS);
    try {
      const orderIds = await this.lostJobs.cancellations(before, MOST_A_SWEEP);
      const refunds = orderIds.map((orderId) => ({ key: orderId, data: { orderId } }));
      await this.queue('order.cancellation', refunds, now);
      const references = await this.lostJobs.withdrawals(before, MOST_A_SWEEP);
      const declared = references.map((reference) => ({ key: reference, data: { reference } }));
      await this.queue('order.withdrawal', declared, now);
    } catch (error) {
      this.logger.warn(describeError(error), 'lost jobs not queued again');
    }
  }

  private async queue<Name extends 'order.cancellation' | 'order.withdrawal'>(
    name: Name,
    lost: { key: string; data: Jobs[Name] }[],
    now: Date,
  ): Promise<void> {
    if (lost.length === 0) return;
    const jobs = lost.map(({ key, data }) => ({ id: jobIdOf(key, now), singletonKey: key, data }));
    await this.database.write([await this.jobs.insertion(name, jobs)]);
    for (const { key } of lost) this.logger.warn({ queue: name, key }, 'job queued again');
  }
}

/**
 * The same in processes that sweep at one moment, so that they add one job; another one later, because a job that has
 * ended keeps its id for a week.
 */
const jobIdOf = (key: string, now: Date) =>
  uuidOf(`${key} ${Math.floor(now.getTime() / MIN_AGE_MS)}`);
