import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { engines } from '../../testing/engines';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { until } from '../../testing/until';
import { Clock } from '../clock/clock';
import { RateLimitRepository } from './rate-limit.repository';
import { RateLimiter } from './rate-limiter';

describe.each(engines)('limits, on the %s database', (engine) => {
  let api: TestApi;
  let priceId: string;
  beforeAll(async () => {
    api = await startTestApi(engine, { api: { TRUST_PROXY: 'loopback' } });
    priceId = await new Shopper(api).firstPrice();
  }, 60_000);
  afterAll(() => api?.stop());

  const checkout = (shopper: Shopper, address: string) =>
    shopper.checkout({
      items: [{ priceId, quantity: 1 }],
      headers: { 'x-forwarded-for': address },
    });

  it('let a browser start ten checkouts a minute, wherever it is, and say when to come back', async () => {
    const shopper = new Shopper(api);
    await checkout(shopper, '198.51.100.1');
    for (let index = 2; index <= 11; index += 1) {
      expect((await checkout(shopper, `198.51.100.${index}`)).status).toBe(201);
    }
    const refused = await checkout(shopper, '198.51.100.99');
    expect([refused.status, refused.body.code]).toEqual([429, 'RATE_LIMITED']);
    const retryAfterS = Number(refused.headers.get('retry-after'));
    expect(retryAfterS).toBeGreaterThan(0);
    expect(retryAfterS).toBeLessThanOrEqual(60);
    expect((await checkout(new Shopper(api), '198.51.100.99')).status).toBe(201);
  });

  it('let an address start ten, whatever cookies it throws away; a /64 is one address', async () => {
    const start = (index: number) => checkout(new Shopper(api), `2001:db8:1:2::${index}`);
    const answers = await Promise.all(Array.from({ length: 14 }, (_, index) => start(index + 1)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array<number>(10).fill(201), ...Array<number>(4).fill(429)]);
    expect((await checkout(new Shopper(api), '2001:db8:1:3::1')).status).toBe(201);
  });

  it('do not count a repeated key', async () => {
    const shopper = new Shopper(api);
    const key = randomUUID();
    for (let index = 0; index < 15; index += 1) {
      const { status } = await shopper.checkout({
        key,
        items: [{ priceId, quantity: 2 }],
        headers: { 'x-forwarded-for': '203.0.113.7' },
      });
      expect(status).toBe(201);
    }
  });

  it('count hits at the same moment, from several processes, exactly', async () => {
    const here = api.app.get(RateLimiter);
    const elsewhere = new RateLimiter(new RateLimitRepository(api.database), new Clock());
    const hits = Array.from({ length: 24 }, (_, index) =>
      (index % 2 ? here : elsewhere).allows('checkout_address', 'at once'),
    );
    expect((await Promise.all(hits)).filter(Boolean)).toHaveLength(10);
  });

  it('slide: what is a window old makes room, one by one', async () => {
    const counts = new RateLimitRepository(api.database);
    const hit = () => counts.hit('sliding', 2, 60_000, new Date());
    expect([await hit(), await hit(), await hit()]).toEqual([true, true, false]);
    await api.database.queries.execute(
      sql`update rate_limits set hits[1] = hits[1] - interval '1 minute' where key = 'sliding'`,
    );
    expect([await hit(), await hit()]).toEqual([true, false]);
    expect(await counts.waitOf('sliding', 2, 60_000, new Date())).toBeGreaterThan(55_000);
  });

  it('keep no address, and nothing that no window reaches', async () => {
    const keys = async () => {
      const { rows } = (await api.database.queries.execute(
        sql`select key, expires_at < now() as past from rate_limits`,
      )) as unknown as { rows: { key: string; past: boolean }[] };
      return rows;
    };
    expect(JSON.stringify(await keys())).not.toMatch(/198\.51|2001:/);
    await api.database.queries.execute(
      sql`update rate_limits set expires_at = now() - interval '1 second'`,
    );
    // A process that has just begun to count removes what is old.
    const limiter = new RateLimiter(new RateLimitRepository(api.database), new Clock());
    await limiter.allows('checkout_address', 'newcomer');
    await until(keys, (rows) => rows.every(({ past }) => !past));
  });

  it('keep so many rows and no more: those that are needed longest', async () => {
    const counts = new RateLimitRepository(api.database);
    const now = new Date();
    for (const minutes of [1, 2, 3, 4, 5]) {
      await counts.hit(`bounded ${minutes}`, 1, minutes * 60_000, now);
    }
    await counts.forget(now, 3);
    const { rows } = (await api.database.queries.execute(
      sql`select key from rate_limits order by key`,
    )) as unknown as { rows: { key: string }[] };
    expect(rows.map(({ key }) => key)).toEqual(['bounded 3', 'bounded 4', 'bounded 5']);
  });

  it('are never what breaks a request', async () => {
    const shopper = new Shopper(api);
    const { body } = await checkout(shopper, '203.0.113.20');
    const id = sessionIdOf(body.url);
    await api.database.queries.execute(sql`alter table rate_limits rename to rate_limits_away`);
    try {
      expect((await checkout(shopper, '203.0.113.20')).status).toBe(201);
      expect((await shopper.confirmation(id)).status).toBe(200);
      // But no address is guessed uncounted.
      expect((await shopper.verify(id, 'jenny.rosen@example.com')).status).toBe(503);
    } finally {
      await api.database.queries.execute(sql`alter table rate_limits_away rename to rate_limits`);
    }
  });
});
