import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPostgresCluster, hasPgBouncer, startPgBouncer } from '@shop/stack';
import type { PostgresCluster } from '@shop/stack';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { deliverTo, eventAbout } from '../../../testing/deliver-event';
import { engines } from '../../../testing/engines';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { until } from '../../../testing/until';
import { PostgresDatabase } from './postgres-database';

const deliver = (api: TestApi) => deliverTo(api.url, eventAbout('cs_test_ofAnotherShop'));

(engines.includes('postgres') ? describe : describe.skip)('a server that takes no writes', () => {
  let api: TestApi;
  let url: string;
  let other: pg.Client;
  beforeAll(async () => {
    api = await startTestApi('postgres');
    url = api.env['DATABASE_URL'] ?? '';
    other = new pg.Client({ connectionString: url });
    await other.connect();
  }, 60_000);
  afterAll(async () => {
    await other?.end();
    await api?.stop();
  });

  const setReadOnly = (readOnly: boolean) =>
    other.query(
      `set default_transaction_read_only = off;
      do $$ begin execute format('alter database %I ${readOnly ? 'set default_transaction_read_only = on' : 'reset default_transaction_read_only'}', current_database()); end $$`,
    );
  const cutAll = () =>
    other.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`,
    );

  it('is a 503, and no connection to it is kept: the next one that takes writes is used at once', async () => {
    await setReadOnly(true);
    await cutAll();
    const refused = await Promise.all(Array.from({ length: 20 }, () => deliver(api)));
    expect(new Set(refused.map(({ status, code }) => `${status} ${code}`))).toEqual(
      new Set(['503 SERVICE_UNAVAILABLE']),
    );
    await setReadOnly(false);
    const taken = await Promise.all(Array.from({ length: 20 }, () => deliver(api)));
    expect(new Set(taken.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('leaves the queue no connection to it either', async () => {
    await setReadOnly(true);
    const pool = new pg.Pool({ ...(api.database.bossOptions as pg.PoolConfig), max: 1 });
    await expect(pool.query('select 1')).rejects.toMatchObject({ code: '25006' });
    await setReadOnly(false);
    const { rows } = await pool.query('select 1 as one');
    await pool.end();
    expect(rows).toEqual([{ one: 1 }]);
  });

  it('is enough for a command that only reads', async () => {
    await setReadOnly(true);
    const database = await PostgresDatabase.open(url, false, () => undefined);
    const { rows } = await database.queries.execute(sql`select count(*)::int as count from orders`);
    await database.close();
    await setReadOnly(false);
    expect(rows).toEqual([{ count: 0 }]);
  });
});

describe('a server that is lost behind PgBouncer', () => {
  let cluster: PostgresCluster | undefined;
  let api: TestApi | undefined;
  const closers: (() => unknown)[] = [];
  beforeAll(async () => {
    if (!hasPgBouncer()) return;
    cluster = await createPostgresCluster();
    if (!cluster) return;
    closers.push(cluster.close);
    const pooler = await startPgBouncer(cluster.url, ['server_login_retry = 1']);
    if (!pooler) return;
    closers.push(pooler.close);
    api = await startTestApi('postgres', { api: { DATABASE_URL: pooler.url } });
    closers.push(api.stop);
  }, 60_000);
  afterAll(async () => {
    for (const close of closers.reverse()) await close();
  });

  (engines.includes('postgres') && hasPgBouncer() ? it : it.skip)(
    'is a 503, whatever PgBouncer says of it, until it is back',
    async () => {
      if (!api || !cluster) return;
      const shop = api;
      await cluster.stopImmediately();
      // The first of them wait for a server, and later ones are refused at once.
      const statuses: string[] = [];
      for (let round = 0; round < 3; round += 1) {
        const answers = await Promise.all(Array.from({ length: 8 }, () => deliver(shop)));
        statuses.push(...answers.map(({ status, code }) => `${status} ${code}`));
      }
      expect(new Set(statuses)).toEqual(new Set(['503 SERVICE_UNAVAILABLE']));
      await cluster.start();
      const back = await until(
        () => deliver(shop),
        ({ status }) => status === 200,
      );
      expect(back.status).toBe(200);
    },
    30_000,
  );
});
