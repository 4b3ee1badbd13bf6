import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { count, eq } from 'drizzle-orm';
import { usualEngines } from '../../testing/engines';
import { orderOf } from '../../testing/orders';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { caps } from '../database/caps';
import { rateLimits } from '../database/schema/rate-limit-tables';
import { confirmationGrants } from '../database/schema/access-tables';
import { orders } from '../database/schema/tables';
import { limits } from '../rate-limit/limits';
import { RateLimiter } from '../rate-limit/rate-limiter';

/** No proxy is known here, as where the API is started with nothing but a key. */
describe.each(usualEngines)(
  'limits of checkout without TRUST_PROXY, on the %s database',
  (engine) => {
    let api: TestApi;
    let items: { priceId: string; quantity: number }[];
    beforeAll(async () => {
      api = await startTestApi(engine);
      items = [{ priceId: await new Shopper(api).firstPrice(), quantity: 1 }];
    }, 60_000);
    afterAll(() => api?.stop());

    const grantsOf = (orderId: string) =>
      api.database.queries
        .select()
        .from(confirmationGrants)
        .where(eq(confirmationGrants.orderId, orderId));

    it('keep ten browsers of an order that repeat its key without a cookie: the newest', async () => {
      const key = randomUUID();
      const first = new Shopper(api);
      const { body } = await first.checkout({ key, items });
      const id = sessionIdOf(body.url);
      const repeat = async (shopper = new Shopper(api)) => {
        expect((await shopper.checkout({ key, items })).status).toBe(201);
        return shopper;
      };
      const earliest = await repeat();
      await Promise.all(Array.from({ length: 25 }, () => repeat()));
      const latest = await repeat();

      expect(await grantsOf((await orderOf(api, id)).id)).toHaveLength(caps.grantsPerOrder.max);
      const views = await Promise.all(
        [first, earliest, latest].map(
          async (shopper) => (await shopper.confirmation(id)).body.view,
        ),
      );
      expect(views).toEqual(['full', 'masked', 'full']);
    });

    it('end the repetitions of one key, and of no other', async () => {
      const key = randomUUID();
      const { body } = await new Shopper(api).checkout({ key, items });
      const { id: orderId } = await orderOf(api, sessionIdOf(body.url));
      const limiter = api.app.get(RateLimiter);
      while (await limiter.allows('checkout_repeated', orderId));
      const refused = await new Shopper(api).checkout({ key, items });
      expect([refused.status, refused.body.code]).toEqual([429, 'RATE_LIMITED']);
      expect(await grantsOf(orderId)).toEqual([]);
      expect((await new Shopper(api).checkout({ items })).status).toBe(201);
    });

    it('hold for all together whose address is not known, whatever cookie they send', async () => {
      const limiter = api.app.get(RateLimiter);
      while (await limiter.allows('checkout_unaddressed', 'all'));
      const rows = async () => [
        (await api.database.queries.select({ rows: count() }).from(orders))[0]?.rows,
        (await api.database.queries.select({ rows: count() }).from(rateLimits))[0]?.rows,
      ];
      const before = await rows();
      const withCookie = (index: number) => {
        const shopper = new Shopper(api);
        if (index % 2)
          shopper.cookie = `browser=${randomUUID().replaceAll('-', '')}${'x'.repeat(11)}`;
        return shopper.checkout({ items, headers: { 'x-forwarded-for': `198.51.100.${index}` } });
      };
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) => withCookie(index)),
      );
      expect(new Set(answers.map(({ status, body }) => `${status} ${body.code}`))).toEqual(
        new Set(['429 RATE_LIMITED']),
      );
      const retryAfterS = Number(answers[0]?.headers.get('retry-after'));
      expect(retryAfterS).toBeGreaterThan(0);
      expect(retryAfterS).toBeLessThanOrEqual(limits.checkout_unaddressed.windowMs / 1000);
      expect(await rows()).toEqual(before);
    });
  },
);
