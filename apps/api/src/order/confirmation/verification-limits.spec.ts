import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { count } from 'drizzle-orm';
import { usualEngines } from '../../../testing/engines';
import { untilOrder } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { rateLimits } from '../../database/schema/rate-limit-tables';
import { limits } from '../../rate-limit/limits';
import { RateLimiter } from '../../rate-limit/rate-limiter';

const EMAIL = 'jenny.rosen@example.com';
const madeUp = (index: number) => `cs_test_madeUp${index}`;

describe.each(usualEngines)('the limits of the e-mail check, on the %s database', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(engine, { api: { TRUST_PROXY: 'loopback' } });
  }, 60_000);
  afterAll(() => api?.stop());

  const check = (address: string, id: string, email = EMAIL, shopper = new Shopper(api)) =>
    shopper.request<{ code: string }>('POST', '/api/orders/confirmation/verification', {
      body: JSON.stringify({ sessionId: id, email }),
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    });
  const checks = async (address: string, id: string, times: number) => {
    const answers: string[] = [];
    for (let index = 0; index < times; index += 1) {
      const { status, body } = await check(address, id, 'wrong@example.com');
      answers.push(`${status} ${body.code}`);
    }
    return answers;
  };
  async function paidSession(): Promise<string> {
    const { body } = await new Shopper(api).checkout({
      headers: { 'x-forwarded-for': `203.0.113.${Math.ceil(Math.random() * 250)}` },
    });
    const id = sessionIdOf(body.url);
    await api.sandbox.complete(id, { email: EMAIL });
    await untilOrder(api, id, ({ status }) => status === 'paid');
    return id;
  }
  const rows = async () =>
    (await api.database.queries.select({ rows: count() }).from(rateLimits))[0]?.rows;

  it('leave the shopper their tries, when a stranger has used up his', async () => {
    const id = await paidSession();
    const refused = '403 VERIFICATION_FAILED';
    expect(await checks('198.51.100.1', id, 6)).toEqual([
      ...Array<string>(5).fill(refused),
      '429 RATE_LIMITED',
    ]);
    expect((await check('198.51.100.1', id)).status).toBe(429);
    expect((await check('198.51.100.2', id)).status).toBe(204);
  });

  it('bound what many addresses together may guess of one order', async () => {
    const id = await paidSession();
    const { max } = limits.verification_order;
    const addresses = Array.from({ length: max / 5 }, (_, index) => `192.0.2.${index}`);
    await Promise.all(addresses.map((address) => checks(address, id, 5)));
    const beyond = await check('192.0.2.250', id);
    expect([beyond.status, beyond.body.code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(beyond.headers.get('retry-after'))).toBeGreaterThan(3500);
  });

  it('write no row for an order that does not exist, and refuse an address that goes on', async () => {
    await checks('198.51.100.3', madeUp(0), 1);
    const before = await rows();
    const answers: string[] = [];
    for (let index = 1; index <= 30; index += 1) {
      answers.push(...(await checks('198.51.100.3', madeUp(index), 1)));
    }
    expect(answers).toEqual([
      ...Array<string>(29).fill('403 VERIFICATION_FAILED'),
      '429 RATE_LIMITED',
    ]);
    expect(await rows()).toBe(before);
  });

  it('let nobody who makes up ids keep others from their orders', async () => {
    const id = await paidSession();
    const limiter = api.app.get(RateLimiter);
    while (await limiter.allows('verification_unknown', 'all'));
    const unknown = await check('198.51.100.4', madeUp(1));
    expect([unknown.status, unknown.body.code]).toEqual([429, 'RATE_LIMITED']);
    expect((await check('198.51.100.4', id)).status).toBe(204);
  });
});
