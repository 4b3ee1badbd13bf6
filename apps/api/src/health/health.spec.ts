import { once, type EventEmitter } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readinessSchema } from '@shop/contract';
import type { Problem, Readiness } from '@shop/contract';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import Stripe from 'stripe';
import { engines } from '../../testing/engines';
import { Shopper } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { until } from '../../testing/until';
import { GracefulShutdown } from '../http/lifecycle/graceful-shutdown';

const ask = (api: TestApi, path: 'live' | 'ready') =>
  new Shopper(api).request<Pick<Readiness, 'checks'> & Problem>('GET', `/api/health/${path}`);

const untilReady = (api: TestApi) =>
  until(
    () => ask(api, 'ready'),
    ({ status }) => status === 200,
  );

describe.each(engines)('health, on the %s database', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(engine);
  }, 60_000);
  afterAll(() => api?.stop());

  it('is ready when everything it needs is there, and says nothing more than that', async () => {
    const { status, body } = await ask(api, 'ready');
    expect(status).toBe(200);
    expect(readinessSchema.parse(body)).toEqual(body);
    expect(Object.values(body.checks).map((check) => check.status)).toEqual(Array(5).fill('up'));
  });

  it.each([
    ['migrations', 'drizzle.__drizzle_migrations', '__drizzle_migrations'],
    ['queue', 'pgboss.queue', 'queue'],
  ])('is alive and not ready without its %s', async (check, table, name) => {
    const [schema = ''] = table.split('.');
    await api.database.queries.execute(sql.raw(`alter table ${table} rename to gone_for_a_while`));
    const { status, body, headers } = await ask(api, 'ready');
    const live = await ask(api, 'live');
    await api.database.queries.execute(
      sql.raw(`alter table ${schema}.gone_for_a_while rename to ${name}`),
    );
    expect(status).toBe(503);
    expect(headers.get('retry-after')).toBe('2');
    expect(body).toMatchObject({ code: 'SERVICE_UNAVAILABLE', errors: [{ path: check }] });
    expect([live.status, live.body]).toEqual([200, { status: 'ok' }]);
    await untilReady(api);
  });

  it.each([
    ['lacks a migration of this build', 503, 'delete from T where id = (select max(id) from T)'],
    [
      'has a migration with another content',
      503,
      `update T set hash = 'x' || hash where id = (select max(id) from T)`,
    ],
    [
      'has one more, of a newer build that runs beside this one',
      200,
      `insert into T (hash, created_at) select 'newer', max(created_at) + 1 from T`,
    ],
  ])('on a database that %s, answers %i', async (_, expected, change) => {
    const run = (text: string) =>
      api.database.queries.execute(
        sql.raw(text.replaceAll(/\bT\b/g, 'drizzle.__drizzle_migrations')),
      );
    await run('create table kept as select * from T');
    await run(change);
    const { status, body } = await ask(api, 'ready');
    await run('delete from T');
    await run('insert into T select * from kept');
    await run('drop table kept');
    expect(status).toBe(expected);
    expect(body.errors?.map(({ path }) => path) ?? []).toEqual(
      expected === 200 ? [] : ['migrations'],
    );
    await untilReady(api);
  });

  if (engine === 'postgres') {
    // The API's deadline, two and a half seconds, would answer without the list.
    it('is alive and not ready, before the deadline, while the database is away', async () => {
      const url = new URL(api.env['DATABASE_URL'] ?? '');
      const name = url.pathname.slice(1);
      url.pathname = '/postgres';
      const admin = new pg.Client({ connectionString: url.href });
      await admin.connect();
      try {
        await admin.query(`alter database ${name} with allow_connections false`);
        await admin.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
        );
        const { status, body } = await ask(api, 'ready');
        expect(status).toBe(503);
        expect(body.errors?.map(({ path }) => path).sort()).toEqual([
          'database',
          'migrations',
          'queue',
        ]);
        expect(JSON.stringify(body)).not.toContain(name);
        expect((await ask(api, 'live')).status).toBe(200);
      } finally {
        await admin.query(`alter database ${name} with allow_connections true`);
        await admin.end();
      }
      await untilReady(api);
    });
  }
});

describe("the clock, by the Date of Stripe's answers", () => {
  let stripe: Server;
  let aheadMs = 0;
  let api: TestApi;
  let elapsedMs = 0;
  beforeAll(async () => {
    stripe = createServer((_request, response) => {
      response.sendDate = false;
      response.setHeader('Date', new Date(Date.now() - aheadMs).toUTCString());
      response.writeHead(401, { 'Content-Type': 'application/json' }).end('{"error":{}}');
    });
    stripe.listen(0, '127.0.0.1');
    await once(stripe, 'listening');
    const { port } = stripe.address() as AddressInfo;
    const base = `http://127.0.0.1:${port}`;
    api = await startTestApi('embedded', { api: { STRIPE_API_BASE: base } });
    const client: EventEmitter = api.app.get(Stripe);
    client.on('response', ({ elapsed }: Stripe.ResponseEvent) => (elapsedMs = elapsed));
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
    stripe?.close();
  });

  /** The seconds in the words, which are as exact as an answer in whole seconds that came after so long can be. */
  function expectSeconds(words = '', seconds: number): void {
    const said = Number(/(\d+\.\d) s (?:ahead of|behind) Stripe$/.exec(words)?.[1]);
    expect(Math.abs(said - seconds)).toBeLessThanOrEqual(0.6 + elapsedMs / 2000);
  }

  it.each([
    ['a little ahead', 2, 200, 'up', /^\d+\.\d s ahead of Stripe$/],
    ['so far ahead that somebody should look', 60, 200, 'degraded', /^\d+\.\d s ahead of Stripe$/],
    ['behind', -90, 200, 'degraded', /^\d+\.\d s behind Stripe$/],
  ])('is %s', async (_what, seconds, status, state, detail) => {
    aheadMs = seconds * 1000;
    await new Shopper(api).products();
    const answer = await ask(api, 'ready');
    expect(answer.status).toBe(status);
    expect(answer.body.checks.clock).toEqual({
      status: state,
      detail: expect.stringMatching(detail),
    });
    expectSeconds(answer.body.checks.clock?.detail, Math.abs(seconds));
  });

  it('is so wrong that signatures would be refused: not ready, until an answer says otherwise', async () => {
    aheadMs = 280_000;
    await new Shopper(api).products();
    const { status, body } = await ask(api, 'ready');
    expect(status).toBe(503);
    expect(body.errors).toEqual([
      { path: 'clock', message: expect.stringMatching(/refused; \d+\.\d s ahead of Stripe$/) },
    ]);
    expectSeconds(body.errors?.[0]?.message, 280);
    aheadMs = 0;
    await new Shopper(api).products();
    expect((await ask(api, 'ready')).status).toBe(200);
  });

  it('does not matter to a process that is about to stop, which is not ready', async () => {
    const stopped = api.app.get(GracefulShutdown, { strict: false }).stopListening();
    const { body, status } = await ask(api, 'ready');
    await stopped;
    expect(status).toBe(503);
    expect(body.errors).toEqual([{ path: 'process', message: 'is about to stop' }]);
  });
});
