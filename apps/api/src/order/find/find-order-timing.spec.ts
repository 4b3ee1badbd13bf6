import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eq } from 'drizzle-orm';
import { usualEngines } from '../../../testing/engines';
import { untilOrder } from '../../../testing/orders';
import { postJson } from '../../../testing/post-json';
import { rankTest } from '../../../testing/rank-test';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { orders } from '../../database/schema/tables';

const SAMPLES = 120;
/** Two samples of one source lie further apart once in 15,000 runs. */
const FAR = 4;

/** No order decides whose turn it is: the same bits in every run, about half of them set. */
const isKnownsTurn = (turn: number) => ((Math.imul(turn + 1, 0x9e3779b1) >>> 13) & 1) === 1;

describe.each(usualEngines)('the time of an answer, on the %s database', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(engine, {
      api: { TRUST_PROXY: 'loopback' },
      shop: { withdrawal: { offer: 'all', days: 14 } },
    });
  }, 60_000);
  afterAll(() => api?.stop());

  async function timesOf(path: string, bodyOf: (email: string, number: string) => object) {
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    await api.sandbox.complete(id, { email: 'timing@example.com' });
    const order = await untilOrder(api, id, ({ status }) => status === 'paid');
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    for (let turn = 0; turn < SAMPLES; turn += 1) {
      const isKnown = isKnownsTurn(turn);
      const email = `timing.${turn}@example.com`;
      // The same work for both, before the time counts.
      await api.database.queries
        .update(orders)
        .set({ email: isKnown ? email : 'timing@example.com' })
        .where(eq(orders.id, order.id));
      const request = bodyOf(email, isKnown ? order.number : 'R7K3-M9QX');
      const before = performance.now();
      const { status } = await postJson(api, path, request, `2001:db8:${turn.toString(16)}::1`);
      times[isKnown ? 'known' : 'unknown'].push(performance.now() - before);
      expect(status).toBeLessThan(300);
    }
    return times;
  }

  it.each([
    ['find my order', '/api/orders/find', (email: string) => ({ email })],
    [
      'a withdrawal',
      '/api/orders/withdrawals',
      (email: string, orderNumber: string) => ({ name: 'Jenny Rosen', email, orderNumber }),
    ],
  ])('of %s does not tell whether there is an order', async (_what, path, bodyOf) => {
    const { known, unknown } = await timesOf(path, bodyOf);
    expect(Math.min(known.length, unknown.length)).toBeGreaterThan(SAMPLES / 3);
    expect(Math.abs(rankTest(known, unknown))).toBeLessThan(FAR);
    // It would be seen if one of them always took longer, on a busy machine too.
    const slower = known.map((ms) => ms + Math.max(...unknown));
    expect(rankTest(slower, unknown)).toBeGreaterThan(FAR);
  });
});
