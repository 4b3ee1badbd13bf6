import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { PgBoss, fromDrizzle } from 'pg-boss';
import { Database } from '../database/database';
import type { Transaction } from '../database/database';
import { deadLetterOf, queues } from './queues';
import type { Jobs, QueueName } from './queues';

const STOP_TIMEOUT_MS = 5000;

/** Durable jobs in the same database as the orders (pg-boss): at least once, retried with back-off. */
@Injectable()
export class JobQueue implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly boss: PgBoss;

  constructor(database: Database) {
    this.boss = new PgBoss({ ...database.bossOptions, useListenNotify: true });
    this.boss.on('error', (error) => this.logger.warn(`queue: ${error.message}`));
  }

  /** Queues exist before the first transaction: a send that has to look its queue up needs a second connection. */
  async onModuleInit(): Promise<void> {
    await this.boss.start();
    for (const name of Object.keys(queues) as QueueName[]) {
      await this.boss.createQueue(deadLetterOf(name));
      await this.boss.createQueue(name, {
        ...queues[name],
        deadLetter: deadLetterOf(name),
        notify: true,
      });
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS });
  }

  /** Adds a job as part of the transaction: it exists if, and only if, the transaction commits. */
  async send<Name extends QueueName>(tx: Transaction, name: Name, job: Jobs[Name]): Promise<void> {
    await this.boss.send(name, job, { db: fromDrizzle(tx, sql) });
  }

  /** Runs every job of a queue, here or in any other replica. A job whose handler throws is retried. */
  async work<Name extends QueueName>(
    name: Name,
    handler: (job: Jobs[Name]) => Promise<void>,
  ): Promise<void> {
    const options = { localConcurrency: 4, notifyPollingIntervalSeconds: 2 };
    await this.boss.work<Jobs[Name]>(name, options, async (jobs) => {
      for (const { data } of jobs) await handler(data);
    });
  }
}
