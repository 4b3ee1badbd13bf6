import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hasPgBouncer, startPgBouncer } from '@shop/stack';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { createTestDatabase, engines } from '../../../testing/engines';
import { untilDone, untilOrder } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startStrictPooler } from '../../../testing/strict-pooler';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { sessionTimeouts } from './session-timeouts';

const hasPostgres = engines.includes('postgres');
if (!hasPgBouncer()) console.warn('PgBouncer is not installed: the specs through it are skipped.');

interface Pooler {
  url: string;
  close: () => unknown;
}

const poolers: [string, boolean, (url: string) => Promise<Pooler | undefined>][] = [
  ['PgBouncer in session mode', hasPgBouncer(), (url) => startPgBouncer(url)],
  [
    'PgBouncer that is told to ignore the time-outs',
    hasPgBouncer(),
    (url) =>
      startPgBouncer(url, [
        'ignore_startup_parameters = statement_timeout,idle_in_transaction_session_timeout',
      ]),
  ],
  ['a pooler that refuses other startup parameters', true, startStrictPooler],
];

describe.each(poolers)('through %s', (_name, isThere, start) => {
  const test = hasPostgres && isThere ? it : it.skip;
  let api: TestApi;
  const closers: (() => unknown)[] = [];

  beforeAll(async () => {
    if (!hasPostgres || !isThere) return;
    const database = await createTestDatabase('postgres');
    closers.push(database.drop);
    const pooler = await start(database.env['DATABASE_URL'] ?? '');
    if (!pooler) throw new Error('This user may not run PgBouncer.');
    closers.push(pooler.close);
    api = await startTestApi('postgres', { api: { DATABASE_URL: pooler.url } });
    closers.push(api.stop);
  }, 60_000);
  afterAll(async () => {
    for (const close of closers.reverse()) await close();
  });

  test('an order is placed, paid and fulfilled, and the queue hears of its jobs', async () => {
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    await api.sandbox.complete(id);
    const order = await untilOrder(api, id, ({ status }) => status === 'paid');
    await untilDone(api, order.id, ['confirmation_mail']);
    const { rows } = await api.database.queries.execute(
      sql`select from pg_stat_activity where datname = current_database() and query ~ 'pg_listening_channels|LISTEN'`,
    );
    expect(rows.length).toBeGreaterThan(0);
  });

  test('every statement of a request and of a job has the time-out that we want', async () => {
    const ofRequests = await timeoutsOf((text) => api.database.queries.execute(sql.raw(text)));
    expect(ofRequests).toEqual(['1500ms', '10s']);
    const pool = new pg.Pool({ ...(api.database.bossOptions as pg.PoolConfig), max: 1 });
    const ofJobs = await timeoutsOf((text) => pool.query(text));
    await pool.end();
    expect(ofJobs).toEqual(['5s', '10s']);
  });

  test('the server ends a statement that takes too long, and the connection goes on', async () => {
    const connectionString = api.env['DATABASE_URL'] ?? '';
    const pool = new pg.Pool({
      connectionString,
      ...sessionTimeouts(50),
      query_timeout: 5000,
      max: 1,
    });
    await expect(pool.query('select pg_sleep(10)')).rejects.toMatchObject({ code: '57014' });
    const { rows } = await pool.query('select 1 as one');
    await pool.end();
    expect(rows).toEqual([{ one: 1 }]);
  });
});

async function timeoutsOf(
  query: (text: string) => Promise<{ rows: Record<string, unknown>[] }>,
): Promise<unknown[]> {
  const names = ['statement_timeout', 'idle_in_transaction_session_timeout'];
  const found: unknown[] = [];
  for (const name of names) found.push((await query(`show ${name}`)).rows[0]?.[name]);
  return found;
}

describe('a pooler that refuses startup parameters', () => {
  (hasPostgres ? it : it.skip)('is met by a time-out as one', async () => {
    const { env, drop } = await createTestDatabase('postgres');
    const pooler = await startStrictPooler(env['DATABASE_URL'] ?? '');
    const client = new pg.Client({ connectionString: pooler.url, statement_timeout: 1000 });
    await expect(client.connect()).rejects.toThrow(
      'unsupported startup parameter: statement_timeout',
    );
    expect(pooler.refused).toEqual(['statement_timeout']);
    pooler.close();
    await drop();
  });
});
