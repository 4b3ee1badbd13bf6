import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { freePort } from '@shop/stack';
import { eq } from 'drizzle-orm';
import { engines } from '../../testing/engines';
import { heldOf, orderOf } from '../../testing/orders';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { loadConfig } from '../config/config';
import { createApp } from '../create-app';
import { orders } from '../database/schema/tables';
import { SweepService } from '../order/reconciliation/sweep.service';
import { RateLimiter } from '../rate-limit/rate-limiter';

describe.each(engines)('of the carts of one browser, on the %s database', (engine) => {
  let api: TestApi;
  /** Where checkouts are sent in turn: two replicas where the database can be shared. */
  let replicas: { url: string }[];
  const closers: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    api = await startTestApi(engine);
    closers.push(api.stop);
    replicas = [api];
    if (engine === 'embedded') return;
    const port = await freePort();
    const app = await createApp(loadConfig({ ...api.env, API_PORT: String(port) }));
    closers.push(() => app.close());
    await app.listen(port, '127.0.0.1');
    replicas.push({ url: `http://127.0.0.1:${port}` });
  }, 60_000);
  afterAll(async () => {
    for (const close of closers.reverse()) await close();
  });
  afterEach(() => api.sandbox.reset());

  async function product(stock = 500) {
    const { id } = await api.stripe.products.create({
      name: 'Mug',
      metadata: { stock: String(stock) },
    });
    const price = await api.stripe.prices.create({
      product: id,
      currency: 'usd',
      unit_amount: 1000,
    });
    return { id, priceId: price.id };
  }

  /** A browser with a cookie, and one cart that is pending. */
  async function shopperWith(items: object[]) {
    const shopper = new Shopper(api);
    const { body } = await shopper.checkout({ items });
    return { shopper, first: sessionIdOf(body.url) };
  }

  /** A busy machine may have no connection free within the deadline: the page then tries again with the same key. */
  async function checkOutUntilAnswered(tab: Shopper, items: object[]) {
    const key = randomUUID();
    for (;;) {
      const answer = await tab.checkout({ items, key });
      if (answer.body.code !== 'SERVICE_UNAVAILABLE') return answer;
    }
  }

  const openSessions = async () => {
    const { data } = await api.stripe.checkout.sessions.list({ status: 'open', limit: 100 });
    return data.map(({ id }) => id);
  };
  const expireAll = async () => {
    for (const id of await openSessions()) await api.stripe.checkout.sessions.expire(id);
  };
  const ordersOf = (idempotencyKey: string) =>
    api.database.queries.select().from(orders).where(eq(orders.idempotencyKey, idempotencyKey));

  it('twenty at the same moment leave one payable session, and its stock alone', async () => {
    // A browser may start ten checkouts a minute; here more have to meet.
    const limit = jest.spyOn(RateLimiter.prototype, 'require').mockResolvedValue(undefined);
    const { id, priceId } = await product();
    for (let round = 0; round < 3; round += 1) {
      await expireAll();
      const { shopper } = await shopperWith([{ priceId, quantity: 1 }]);
      const { body } = await shopper.checkout({ items: [{ priceId, quantity: 30 }] });
      const { browserHash } = await orderOf(api, sessionIdOf(body.url));
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) => {
          const tab = new Shopper(replicas[index % replicas.length] ?? api);
          tab.cookie = shopper.cookie;
          return checkOutUntilAnswered(tab, [{ priceId, quantity: index + 1 }]);
        }),
      );
      const outcomes = answers.map(({ status, body: { code } }) => `${status} ${code ?? ''}`);
      expect(outcomes).toContain('201 ');
      expect(outcomes.filter((one) => one !== '201 ' && one !== '409 CHECKOUT_EXPIRED')).toEqual(
        [],
      );
      const open = await openSessions();
      expect(open).toHaveLength(1);
      const ofBrowser = await api.database.queries
        .select()
        .from(orders)
        .where(eq(orders.browserHash, browserHash));
      const pending = ofBrowser.filter(({ status }) => status === 'pending');
      expect(pending.map(({ stripeSessionId }) => stripeSessionId)).toEqual(open);
      expect(pending[0]?.supersededAt).toBeNull();
      expect(ofBrowser.filter(({ status }) => status === 'expired')).toHaveLength(21);
      expect(answers.map(({ body: { url } }) => url)).toContain(pending[0]?.sessionUrl);
      expect(await heldOf(api, id)).toBe((pending[0]?.subtotalMinor ?? 0) / 1000);
    }
    limit.mockRestore();
  });

  it('one whose session was made although its answer was lost is closed by the next one', async () => {
    const { id, priceId } = await product();
    const { shopper } = await shopperWith([{ priceId, quantity: 1 }]);
    await expireAll();
    const key = randomUUID();
    await api.sandbox.faults({
      reset: true,
      when: 'after',
      path: '/v1/checkout/sessions',
      method: 'POST',
    });
    const lost = await shopper.checkout({ key, items: [{ priceId, quantity: 7 }] });
    expect([lost.status, lost.body.code]).toEqual([503, 'STRIPE_UNAVAILABLE']);
    await api.sandbox.faults({});
    expect(await openSessions()).toHaveLength(1);
    const next = await shopper.checkout({ items: [{ priceId, quantity: 2 }] });
    expect(await openSessions()).toEqual([sessionIdOf(next.body.url)]);
    expect((await ordersOf(key))[0]?.status).toBe('expired');
    expect(await heldOf(api, id)).toBe(2);
  });

  it('one that Stripe did not make a session for is closed by the next one', async () => {
    const { id, priceId } = await product(10);
    const { shopper } = await shopperWith([{ priceId, quantity: 1 }]);
    const key = randomUUID();
    await api.sandbox.faults({ status: 500, path: '/v1/checkout/sessions', method: 'POST' });
    await shopper.checkout({ key, items: [{ priceId, quantity: 9 }] });
    await api.sandbox.faults({});
    const next = await shopper.checkout({ items: [{ priceId, quantity: 10 }] });
    expect(next.status).toBe(201);
    expect((await ordersOf(key))[0]?.status).toBe('expired');
    expect(await heldOf(api, id)).toBe(10);
  });

  it('one that could not be expired in time is expired by a sweep, and not handed out again', async () => {
    const { priceId } = await product();
    const key = randomUUID();
    const shopper = new Shopper(api);
    const items = [{ priceId, quantity: 1 }];
    const old = sessionIdOf((await shopper.checkout({ key, items })).body.url);
    await api.sandbox.faults({ status: 500, path: `/v1/checkout/sessions/${old}`, method: 'POST' });
    const next = await shopper.checkout({ items: [{ priceId, quantity: 2 }] });
    expect(next.status).toBe(201);
    await api.sandbox.faults({});
    expect(await openSessions()).toContain(old);
    expect((await shopper.checkout({ key, items })).body.code).toBe('CHECKOUT_EXPIRED');
    const createdAt = new Date(Date.now() - 300_000);
    await api.database.queries
      .update(orders)
      .set({ createdAt, readAt: null, checkedAt: null })
      .where(eq(orders.stripeSessionId, old));
    await api.app.get(SweepService).sweep();
    expect((await orderOf(api, old)).status).toBe('expired');
    expect(await openSessions()).toContain(sessionIdOf(next.body.url));
    expect(await openSessions()).not.toContain(old);
  });
});
