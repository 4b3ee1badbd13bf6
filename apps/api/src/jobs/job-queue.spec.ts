import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { engines } from '../../testing/engines';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { until } from '../../testing/until';
import { Config } from '../config/config';
import { Tracing } from '../tracing/tracing';
import { JobQueue } from './job-queue';
import { queueChanges } from './queue-changes';
import { queues } from './queues';

describe('a queue that is there', () => {
  it('is changed as a whole where an option differs, and only then', () => {
    const known = { policy: 'standard', retryLimit: 2, retryDelay: 1, deadLetter: 'a' } as const;
    const wanted = { retryLimit: 40, retryDelay: 1 };
    expect(queueChanges(known, wanted)).toEqual(wanted);
    expect(queueChanges(known, { deadLetter: 'a', notify: true })).toEqual({
      deadLetter: 'a',
      notify: true,
    });
    expect(queueChanges(known, known)).toBeUndefined();
    expect(queueChanges(known, { policy: 'stately' })).toBeUndefined();
  });
});

describe.each(engines)('the queues of an earlier build, on the %s database', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(engine);
  }, 60_000);
  afterAll(() => api?.stop());

  const options = async () => {
    const { rows } = await api.database.queries.execute(
      sql`select name, retry_limit, retry_delay_max, expire_seconds, heartbeat_seconds, retention_seconds, dead_letter, notify
        from pgboss.queue where name not like '\\_\\_%' order by name`,
    );
    return rows;
  };

  it('have the options of this one after its start', async () => {
    const ours = await options();
    expect(ours).toContainEqual(
      expect.objectContaining({
        name: 'order.fulfil',
        retry_limit: queues['order.fulfil'].retryLimit,
        dead_letter: 'order.fulfil.dead',
      }),
    );
    await api.database.queries.execute(
      sql`update pgboss.queue set retry_limit = 2, retry_delay_max = null, expire_seconds = 900,
        heartbeat_seconds = null, dead_letter = null, notify = false,
        retention_seconds = case when name like '%.dead' then 60 else retention_seconds end`,
    );
    expect(await options()).not.toEqual(ours);
    const started = new JobQueue(api.database, api.app.get(Config), api.app.get(Tracing));
    await started.onModuleInit();
    await started.onApplicationShutdown();
    expect(await options()).toEqual(ours);
  });

  it('keep of a job that failed its kind and its place, and no word of the error', async () => {
    const job = { orderId: randomUUID(), step: 'canary@example.com' };
    const queue = api.app.get(JobQueue, { strict: false });
    await api.database.transaction((tx) => queue.send(tx, 'order.fulfil', job));
    const kept = await until(
      async () => {
        const { rows } = await api.database.queries.execute<{ state: string; output: unknown }>(
          sql`select state, output from pgboss.job where data ->> 'orderId' = ${job.orderId}`,
        );
        return rows[0];
      },
      (row) => Boolean(row?.output),
    );
    // It is tried again.
    expect(kept).toMatchObject({ state: 'retry', output: { type: 'Error' } });
    expect(JSON.stringify(kept)).not.toContain('canary');
  });
});
