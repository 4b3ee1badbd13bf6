import { sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { Statement, Transaction } from '../../../../api/src/database/database';
import type { JobQueue, SendOptions } from '../../../../api/src/jobs/job-queue';
import { permanentFailure } from '../../../../api/src/jobs/permanent-failure';
import { describeError } from '../../../../api/src/http/logging/describe-error';
import type { Jobs, QueueName } from '../../../../api/src/jobs/queues';
import type { JobStore } from './job-store';

type Work = Parameters<JobQueue['work']>;

interface Handler {
  handle: (job: never) => Promise<void>;
  onPermanent: (job: never, failure: never, error: unknown) => Promise<void>;
}

/** The queue as one process has it: it says which jobs it can run. Who runs which, and when, the history says. */
export class SimulatedQueue {
  readonly handlers = new Map<string, Handler>();

  constructor(private readonly store: JobStore) {}

  async send<Name extends QueueName>(
    tx: Transaction,
    name: Name,
    job: Jobs[Name],
    { id = randomUUID(), singletonKey, delayMs }: SendOptions = {},
  ): Promise<boolean> {
    const { text, values } = this.store.insertion(name, [{ id, data: job, singletonKey }], delayMs);
    const { rows } = await tx.execute(bound(text, values));
    return rows.length > 0;
  }

  insertion<Name extends QueueName>(
    name: Name,
    jobs: { id?: string; singletonKey?: string; data: Jobs[Name] }[],
  ): Promise<Statement> {
    const withIds = jobs.map(({ id = randomUUID(), ...job }) => ({ id, ...job }));
    return Promise.resolve(this.store.insertion(name, withIds));
  }

  work(name: Work[0], handle: Work[1], options: Work[2] = {}): void {
    const { onPermanent = () => Promise.resolve() } = options;
    this.handlers.set(name, { handle, onPermanent });
  }

  everyMinute(name: 'order.sweep', handler: () => Promise<void>): void {
    this.work(name, handler);
  }

  depths = () => Promise.resolve([]);
  requireQueues = () => Promise.resolve();
}

/** What pg-boss is told of a job that has run. */
export async function outcomeOf(
  { handle, onPermanent }: Handler,
  data: unknown,
  retryCount: number,
): Promise<{ state: 'completed' | 'failed' | 'dead'; output: object | null }> {
  try {
    await handle(data as never);
    return { state: 'completed', output: null };
  } catch (error) {
    const failure = permanentFailure(error);
    if (!failure || (failure.mayBeRace && retryCount === 0))
      return { state: 'failed', output: describeError(error) };
    await onPermanent(data as never, failure as never, error);
    return { state: 'dead', output: { code: failure.code } };
  }
}

/** The statement as drizzle takes it. */
function bound(text: string, values: readonly unknown[]) {
  const parts = text.split(/\$\d+/);
  return sql.join(
    parts.flatMap((part, at) =>
      at < values.length ? [sql.raw(part), sql`${values[at]}`] : [sql.raw(part)],
    ),
  );
}
