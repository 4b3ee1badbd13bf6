import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { PgBoss, fromDrizzle } from 'pg-boss';
import type { Db, JobResult } from 'pg-boss';
import { Config } from '../config/config';
import { describeError } from '../http/logging/describe-error';
import { Database } from '../database/database';
import type { Statement, Transaction } from '../database/database';
import { stopTimes } from '../http/lifecycle/stop-times';
import { Tracing } from '../tracing/tracing';
import { permanentFailure } from './permanent-failure';
import type { PermanentFailure } from './permanent-failure';
import { queueChanges } from './queue-changes';
import { DEAD_LETTER, deadLetters, queues } from './queues';
import type { Jobs, QueueName } from './queues';

/** How often pg-boss looks for jobs whose worker has died. */
const SUPERVISE_INTERVAL_S = 5;

const MINUTE_S = 60;

/** As many as one statement moves well within its time-out. */
const REDRIVE_AT_ONCE = 500;

interface WorkOptions<Job> {
  concurrency?: number;
  groupConcurrency?: number;
  onPermanent?: (job: Job, failure: PermanentFailure, error: unknown) => Promise<void>;
}

export interface SendOptions {
  /** Made of what the job is for; otherwise it gets one of its own. */
  id?: string | undefined;
  /** In a queue of the policy `singleton`: of the jobs with this key one runs at a time. */
  singletonKey?: string | undefined;
  /** Of the jobs of one group at most `groupConcurrency` of the queue's run at once in a process. */
  group?: string | undefined;
  /** The job does not run before this time has passed, by the database's clock: this process's may differ. */
  delayMs?: number | undefined;
}

/** Durable jobs in the same database as the orders (pg-boss): at least once, retried with back-off. */
@Injectable()
export class JobQueue implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly boss: PgBoss;
  private readonly beginnings: (() => Promise<void>)[] = [];
  private hasStopped = false;
  private everyMinuteTimer: NodeJS.Timeout | undefined;
  private readonly warn = (error: unknown) => this.logger.warn(describeError(error), 'queue error');

  constructor(
    database: Database,
    private readonly config: Config,
    private readonly tracing: Tracing,
  ) {
    this.boss = new PgBoss({
      ...database.bossOptions,
      useListenNotify: true,
      // Neither its list of processes nor its schedules are used (see everyMinute); they cost a tenth of a start.
      registerInstance: false,
      schedule: false,
      migrate: config.database.migrates,
      superviseIntervalSeconds: SUPERVISE_INTERVAL_S,
      monitorIntervalSeconds: SUPERVISE_INTERVAL_S,
      queueCacheIntervalSeconds: SUPERVISE_INTERVAL_S,
    });
    this.boss.on('error', this.warn);
  }

  /**
   * Creates the queues before the first transaction: a send that must look its queue up needs a second connection. A
   * queue that is there gets the options of this build.
   */
  async onModuleInit(): Promise<void> {
    await this.boss.start();
    if (!this.config.database.migrates) return;
    const there = new Map((await this.boss.getQueues()).map((queue) => [queue.name, queue]));
    const wanted = [
      ...deadLetters.map((name) => ({ name, ...DEAD_LETTER })),
      ...Object.entries(queues).map(([name, options]) => ({ name, ...options })),
    ];
    for (const { name, ...options } of wanted) {
      const known = there.get(name);
      const changes = known && queueChanges(known, options);
      if (!known) await this.boss.createQueue(name, options);
      else if (changes) await this.boss.updateQueue(name, changes);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.hasStopped = true;
    clearInterval(this.everyMinuteTimer);
    await this.boss.stop({ graceful: true, timeout: stopTimes.jobs.ms });
  }

  /**
   * Adds a job as part of the transaction: the job exists only if the transaction commits.
   * @returns whether it is new: a job whose id exists already is left as it is
   */
  async send<Name extends QueueName>(
    tx: Transaction,
    name: Name,
    job: Jobs[Name],
    { id, singletonKey, group, delayMs = 0 }: SendOptions = {},
  ): Promise<boolean> {
    const added = await this.boss.send(name, job, {
      db: fromDrizzle(tx, sql),
      ...(id !== undefined && { id }),
      ...(singletonKey !== undefined && { singletonKey }),
      ...(group !== undefined && { group: { id: group } }),
      ...(delayMs > 0 && { startAfter: delayMs / 1000 }),
    });
    return added !== null;
  }

  /** Gives the statement that adds these jobs. A job whose id exists already is left as it is. */
  async insertion<Name extends QueueName>(
    name: Name,
    jobs: { id?: string; singletonKey?: string; data: Jobs[Name] }[],
  ): Promise<Statement> {
    const statements: Statement[] = [];
    const executeSql: Db['executeSql'] = (text, values = []) => {
      statements.push({ text, values });
      return Promise.resolve({ rows: [] });
    };
    await this.boss.insert(name, jobs, { db: { executeSql } });
    const [insertion] = statements;
    if (!insertion) throw new Error(`There is no statement for jobs of ${name}.`);
    return insertion;
  }

  /**
   * Runs every job of a queue, in each process that runs jobs, from `begin` on. A job whose handler throws is retried. One whose failure
   * is permanent goes to its dead letters at once, or after one further try where that may help.
   * @param options.concurrency jobs of the queue at once in this process
   * @param options.groupConcurrency of these, jobs of one group. Jobs without a group are not limited by it
   * @param options.onPermanent tells a person, before the job is given up; when it throws, the job is tried again
   */
  work<Name extends QueueName>(
    name: Name,
    handler: (job: Jobs[Name]) => Promise<void>,
    {
      concurrency = 4,
      groupConcurrency,
      onPermanent = () => Promise.resolve(),
    }: WorkOptions<Jobs[Name]> = {},
  ): void {
    if (!this.config.worker.runsHere) return;
    const options = {
      localConcurrency: concurrency,
      ...(groupConcurrency !== undefined && { localGroupConcurrency: groupConcurrency }),
      notifyPollingIntervalSeconds: 2,
      // A backlog sends no notifications; while there is one, workers do not pause between jobs.
      burstWhenReadyExceeds: 1,
      includeMetadata: true,
      perJobResults: true,
    } as const;
    this.beginnings.push(async () => {
      await this.boss.work<Jobs[Name]>(name, options, async (jobs) => {
        const results: JobResult[] = [];
        for (const { id, data, retryCount } of jobs) {
          try {
            await this.tracing.span('job', `job ${name}`, { retryCount }, () => handler(data));
            results.push({ id, status: 'completed' });
          } catch (error) {
            const described = describeError(error);
            this.logger.warn({ queue: name, retryCount, ...described }, 'job failed');
            const failure = permanentFailure(error);
            if (!failure || (failure.mayBeRace && retryCount === 0)) {
              // The queue keeps it. Thrown, the error's own words would be kept too, which may name the shopper.
              results.push({ id, status: 'failed', output: described });
              continue;
            }
            await onPermanent(data, failure, error);
            results.push({ id, status: 'deadletter', output: { code: failure.code } });
          }
        }
        return results;
      });
    });
  }

  /** Runs a job now and every minute, once in all processes together. */
  everyMinute(name: 'order.sweep', handler: () => Promise<void>): void {
    if (!this.config.worker.runsHere) return;
    this.work(name, handler, { concurrency: 1 });
    this.beginnings.push(async () => {
      await this.boss.send(name, {});
    });
    this.everyMinuteTimer = setInterval(() => {
      this.boss.send(name, {}, { singletonSeconds: MINUTE_S }).catch(this.warn);
    }, MINUTE_S * 1000).unref();
  }

  /**
   * Begins with jobs. Call it when the process listens: on the embedded database the first look into the queues would
   * take a third of a start.
   */
  async begin(): Promise<void> {
    for (const begin of this.beginnings.splice(0)) if (!this.hasStopped) await begin();
  }

  /** Removes the jobs of a queue that have ended: pg-boss itself looks for old ones once a day. @returns how many */
  removeEnded(name: QueueName): Promise<number> {
    return this.boss.deleteStoredJobs(name);
  }

  /** How many jobs of each queue wait and run. pg-boss counts them every few seconds. */
  async depths(): Promise<{ queue: string; waiting: number; active: number }[]> {
    const found = await this.boss.getQueues([...Object.keys(queues), ...deadLetters]);
    return found.map(({ name, queuedCount, activeCount }) => {
      return { queue: name, waiting: queuedCount, active: activeCount };
    });
  }

  /** @throws when jobs cannot be stored: the queue's connection is broken, or a queue is missing */
  async requireQueues(): Promise<void> {
    const there = new Set((await this.depths()).map(({ queue }) => queue));
    if (![...Object.keys(queues), ...deadLetters].every((name) => there.has(name))) {
      throw new Error('A queue is missing.');
    }
  }

  /**
   * Queues the jobs again that have failed for good, until none is left.
   * @param onProgress told how many so far, after each part of them
   * @returns how many
   */
  async retryDead(onProgress: (count: number) => void = () => undefined): Promise<number> {
    let count = 0;
    for (const name of deadLetters) {
      let moved: number;
      do {
        moved = await this.boss.redrive(name, { limit: REDRIVE_AT_ONCE });
        count += moved;
        if (moved > 0) onProgress(count);
      } while (moved === REDRIVE_AT_ONCE);
    }
    return count;
  }

  /** Queues one job again that has failed for good. @returns whether it was one */
  async retryOneDead(id: string): Promise<boolean> {
    for (const name of deadLetters)
      if ((await this.boss.redrive(name, { ids: [id] })) > 0) return true;
    return false;
  }
}
