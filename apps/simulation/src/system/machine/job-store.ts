import { randomUUID } from 'node:crypto';
import type { PGlite } from '@electric-sql/pglite';
import type { Statement } from '../../../../api/src/database/database';
import { queues } from '../../../../api/src/jobs/queues';
import type { QueueName } from '../../../../api/src/jobs/queues';
import type { VirtualTime } from './virtual-time';

/** What the product reads of pg-boss's table, and what its rules need. */
export const JOB_TABLE = `
  create schema pgboss;
  create type pgboss.job_state as enum
    ('created', 'retry', 'active', 'completed', 'cancelled', 'failed');
  create table pgboss.job (
    id uuid primary key, name text not null, data jsonb, singleton_key text, place serial,
    state pgboss.job_state not null default 'created', retry_count int not null default 0,
    start_after timestamptz not null, created_on timestamptz not null, started_on timestamptz,
    completed_on timestamptz, worker text, output jsonb, source_output jsonb);
  create unique index on pgboss.job (name, singleton_key)
    where state = 'active' and name in ('order.deliver', 'order.withdrawal', 'order.cancellation');
  create unique index on pgboss.job (name, state)
    where state in ('created', 'active') and name = 'order.sweep';`;

export interface Job {
  id: string;
  name: QueueName;
  data: Record<string, unknown>;
  retryCount: number;
}

/** A job that has not ended. Dead letters are none: they wait for a person. */
export interface OpenJob extends Job {
  key: string | null;
  isActive: boolean;
  startMs: number;
}

/** Of those with the same key one runs at a time. */
const SINGLE: readonly string[] = ['order.deliver', 'order.withdrawal', 'order.cancellation'];

/** Jobs that a worker could take now, in the order in which they were sent. */
export const dueAt = (nowMs: number, jobs: readonly OpenJob[]): OpenJob[] =>
  jobs.filter(
    (job) =>
      !job.isActive &&
      job.startMs <= nowMs &&
      !jobs.some(
        (other) =>
          other.isActive &&
          other.name === job.name &&
          (job.name === 'order.sweep' || (SINGLE.includes(job.name) && other.key === job.key)),
      ),
  );

interface DeadLetter {
  name: string;
  output: { code: string };
}

interface NewJob {
  id: string;
  singletonKey?: string | undefined;
  data: object;
}

/** pg-boss's rules in few statements: jobs, retries with back-off, one at a time of a key, dead letters. */
export class JobStore {
  constructor(
    private readonly client: PGlite,
    private readonly time: VirtualTime,
  ) {}

  insertion(name: QueueName, jobs: NewJob[], delayMs = 0): Statement {
    const now = new Date(this.time.nowMs).toISOString();
    const start = new Date(this.time.nowMs + Math.max(0, delayMs)).toISOString();
    const text = `insert into pgboss.job (id, name, data, singleton_key, start_after, created_on)
      select id, $1::text, data, key, $2::timestamptz, $3::timestamptz
      from jsonb_to_recordset($4::text::jsonb) as job (id uuid, key text, data jsonb)
      on conflict do nothing returning id`;
    const rows = jobs.map(({ id, singletonKey: key, data }) => ({ id, key, data }));
    return { text, values: [name, start, now, JSON.stringify(rows)] };
  }

  /** Jobs of a worker that has died run again, once its heartbeat has been missed. */
  async expire(worker: string, heartbeatMs: number): Promise<void> {
    await this.client.query(
      `update pgboss.job set state = case when name = 'order.sweep' then 'failed' else 'retry' end::pgboss.job_state,
         worker = null, retry_count = retry_count + 1, start_after = $1
       where state = 'active' and worker = $2`,
      [new Date(this.time.nowMs + heartbeatMs), worker],
    );
  }

  /** The statement by which a worker takes a job; it finds none when another was faster. */
  taking = (id: string, worker: string): Statement => ({
    text: `update pgboss.job set state = 'active', worker = $2, started_on = $3
      where id = $1 and state < 'active' returning id`,
    values: [id, worker, new Date(this.time.nowMs)],
  });

  ending(job: Job, state: 'completed' | 'failed' | 'dead', output: object | null): Statement[] {
    const queue = queues[job.name];
    const { retryLimit = 0, retryDelay = 0, retryDelayMax = Infinity, deadLetter } = queue;
    const now = new Date(this.time.nowMs);
    const mayRetry = state === 'failed' && job.retryCount < retryLimit;
    const waitS = Math.min(retryDelayMax, retryDelay * 2 ** job.retryCount);
    const after = new Date(now.getTime() + waitS * 1000);
    const text = `update pgboss.job set state = $2::pgboss.job_state, worker = null, start_after = $3, completed_on = $4,
      output = $5, retry_count = retry_count + $6 where id = $1 and state = 'active'`;
    const end = mayRetry ? 'retry' : state === 'completed' ? 'completed' : 'failed';
    const json = output && JSON.stringify(output);
    const statements = [{ text, values: [job.id, end, after, now, json, mayRetry ? 1 : 0] }];
    if (end === 'failed' && deadLetter !== undefined)
      statements.push({
        text: `insert into pgboss.job (id, name, data, start_after, created_on, source_output)
          values ($5, $1, $2, $3, $3, $4)`,
        values: [deadLetter, JSON.stringify(job.data), now, json, randomUUID()],
      });
    return statements;
  }

  async deadLetters(): Promise<DeadLetter[]> {
    const { rows } = await this.client.query<DeadLetter>(
      `select name, source_output as output from pgboss.job where name like '%.dead'`,
    );
    return rows;
  }
}
