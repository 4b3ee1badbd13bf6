import { randomUUID } from 'node:crypto';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import { Logger } from '@nestjs/common';
import { eq } from 'drizzle-orm';
import { startChangedStripe } from '../../testing/changed-stripe';
import type { ChangedStripe } from '../../testing/changed-stripe';
import { usualEngines } from '../../testing/engines';
import { heldOf } from '../../testing/orders';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { Config } from '../config/config';
import { rateLimits } from '../database/schema/rate-limit-tables';
import { orders } from '../database/schema/tables';

describe.each(usualEngines)('what Stripe refuses, on the %s database', (engine) => {
  let api: TestApi;
  let stripe: ChangedStripe;
  const errors = jest.spyOn(Logger.prototype, 'error');
  beforeAll(async () => {
    api = await startTestApi(engine, {
      between: async (sandboxUrl) => (stripe = await startChangedStripe(sandboxUrl)),
    });
  }, 60_000);
  afterAll(() => api?.stop());
  afterEach(async () => {
    Object.assign(stripe, { refusesKeys: false, refusal: undefined });
    await api.sandbox.reset();
    await api.database.queries.delete(rateLimits);
  });
  beforeEach(() => void errors.mockClear());

  const alerts = () =>
    errors.mock.calls.flatMap(([first]: unknown[]) =>
      typeof first === 'object' && first !== null && 'param' in first ? [first] : [],
    );

  async function product(unitAmount: number, stock: number) {
    const { id } = await api.stripe.products.create({
      name: 'Counted',
      metadata: { stock: String(stock) },
    });
    const price = await api.stripe.prices.create({
      product: id,
      currency: 'usd',
      unit_amount: unitAmount,
    });
    return { id, priceId: price.id };
  }

  const statusOf = async (idempotencyKey: string) => {
    const [order] = await api.database.queries
      .select()
      .from(orders)
      .where(eq(orders.idempotencyKey, idempotencyKey));
    return order?.status;
  };

  it('of the list of products, when the key is refused, is no outage', async () => {
    stripe.refusesKeys = true;
    const { status, body, headers } = await new Shopper(api).request<{ code: string }>(
      'GET',
      '/api/products',
    );
    expect([status, body.code]).toEqual([502, 'CHECKOUT_UNAVAILABLE']);
    expect(headers.get('retry-after')).toBeNull();
    expect(alerts()).toEqual([expect.objectContaining({ code: 'api_key_expired' })]);
    stripe.refusesKeys = false;
    expect((await new Shopper(api).products()).status).toBe(200);
  });

  it.each([
    ['too small', 30, 1, 'AMOUNT_TOO_SMALL', 50],
    ['too large', 5_000_000, 99, 'AMOUNT_TOO_LARGE', 99_999_999],
  ])(
    'of a total that is %s names the limit, and its stock is free at once',
    async (_how, unitAmount, quantity, code, amountMinor) => {
      const { id, priceId } = await product(unitAmount, 99);
      const shopper = new Shopper(api);
      const key = randomUUID();
      const items = [{ priceId, quantity }];
      const refused = await shopper.checkout({ key, items });
      expect([refused.status, refused.body.code]).toEqual([422, code]);
      expect(refused.body.limit).toEqual({ amountMinor, currency: 'usd' });
      expect(refused.headers.get('retry-after')).toBeNull();
      expect(await statusOf(key)).toBe('expired');
      expect(await heldOf(api, id)).toBe(0);
      expect((await shopper.checkout({ key, items })).body.code).toBe('CHECKOUT_EXPIRED');
      const other = await shopper.checkout({ items: [{ priceId, quantity: 2 }] });
      expect(other.status).toBe(201);
      expect(alerts()).toEqual([]);
    },
  );

  it.each(['price', 'product'] as const)(
    'of a %s that is no longer for sale names its line; the rest is sold to the same shopper',
    async (what) => {
      const [gone, last] = [await product(1000, 5), await product(1000, 1)];
      const shopper = new Shopper(api);
      // Now the shop knows both.
      const both = [last, gone].map(({ priceId }) => ({ priceId, quantity: 1 }));
      await api.stripe.checkout.sessions.expire(
        sessionIdOf((await shopper.checkout({ items: both })).body.url),
      );
      if (what === 'price') await api.stripe.prices.update(gone.priceId, { active: false });
      else await api.stripe.products.update(gone.id, { active: false });
      const key = randomUUID();
      const refused = await shopper.checkout({ key, items: both });
      expect([refused.status, refused.body.code]).toEqual([400, 'PRICE_NOT_AVAILABLE']);
      expect(refused.body.errors).toEqual([
        { path: 'items.1.priceId', message: 'is not for sale' },
      ]);
      expect(await statusOf(key)).toBe('expired');
      const { body } = await shopper.products();
      expect(body.products.map(({ id }) => id)).not.toContain(gone.id);
      expect([await heldOf(api, gone.id), await heldOf(api, last.id)]).toEqual([0, 0]);
      const rest = await shopper.checkout({ items: [{ priceId: last.priceId, quantity: 1 }] });
      expect(rest.status).toBe(201);
      expect(await heldOf(api, last.id)).toBe(1);
      expect(alerts()).toEqual([]);
    },
  );

  it('of a price that its list still offers names the line, and alerts', async () => {
    const [one, other] = [await product(1000, 5), await product(1000, 5)];
    stripe.refusal = { code: 'resource_missing', param: 'line_items[1][price]' };
    const items = [one, other].map(({ priceId }) => ({ priceId, quantity: 1 }));
    const { body } = await new Shopper(api).checkout({ items });
    expect([body.code, body.errors?.map(({ path }) => path)]).toEqual([
      'PRICE_NOT_AVAILABLE',
      ['items.1.priceId'],
    ]);
    expect(alerts()).toHaveLength(1);
  });

  const refusals: [what: string, refuse: () => unknown, alert: object][] = [
    [
      'a parameter',
      () => (stripe.refusal = { param: 'shipping_address_collection[allowed_countries][1]' }),
      {
        param: 'shipping_address_collection[allowed_countries][1]',
        stripeRequestId: 'req_refused',
        reason: expect.stringContaining('Dashboard'),
      },
    ],
    [
      'the key',
      () => (stripe.refusesKeys = true),
      {
        code: 'api_key_expired',
        stripeRequestId: 'req_refused',
        reason: expect.stringContaining('STRIPE_SECRET_KEY'),
      },
    ],
    [
      'a missing permission',
      () => api.sandbox.faults({ missingPermissions: ['rak_checkout_session_write'] }),
      {
        code: 'more_permissions_required',
        stripeRequestId: expect.stringMatching(/^req_/),
        reason: expect.stringContaining('rak_checkout_session_write'),
      },
    ],
  ];
  it.each(refusals)(
    'because of %s is told to a person once, not called an outage, and keeps no stock',
    async (_what, refuse, alert) => {
      const { id, priceId } = await product(1000, 9);
      const items = [{ priceId, quantity: 1 }];
      // From now on the shop knows the product.
      expect((await new Shopper(api).checkout({ items })).status).toBe(201);
      await refuse();
      const keys = Array.from({ length: 5 }, () => randomUUID());
      const checkouts = keys.map((key) => new Shopper(api).checkout({ key, items }));
      for (const { status, body, headers } of await Promise.all(checkouts)) {
        expect([status, body.code]).toEqual([502, 'CHECKOUT_UNAVAILABLE']);
        expect(headers.get('retry-after')).toBeNull();
      }
      for (const key of keys) expect(await statusOf(key)).toBe('expired');
      expect(await heldOf(api, id)).toBe(1);
      expect(alerts()).toEqual([
        expect.objectContaining({ alert: true, orderNumber: expect.any(String), ...alert }),
      ]);
    },
  );

  it.each([429, 500])('is not what a %d says: the order waits for the next try', async (status) => {
    const { id, priceId } = await product(1000, 3);
    const shopper = new Shopper(api);
    const key = randomUUID();
    await api.sandbox.faults({ status, path: '/v1/checkout/sessions', method: 'POST' });
    const failed = await shopper.checkout({ key, items: [{ priceId, quantity: 2 }] });
    expect([failed.status, failed.body.code]).toEqual([503, 'STRIPE_UNAVAILABLE']);
    expect(failed.headers.get('retry-after')).toMatch(/^\d+$/);
    expect([await statusOf(key), await heldOf(api, id)]).toEqual(['pending', 2]);
    await api.sandbox.reset();
    const retried = await shopper.checkout({ key, items: [{ priceId, quantity: 2 }] });
    expect(retried.status).toBe(201);
    expect(alerts()).toEqual([]);
  });

  it.each([
    ['found', { reset: true, when: 'after' }],
    ['made', { status: 500, when: 'instead' }],
  ])(
    'is not that the configuration changed between two tries: the session is %s',
    async (_how, fault) => {
      const config = api.app.get(Config).shopFile.checkout;
      const shopper = new Shopper(api);
      const items = [{ priceId: await shopper.firstPrice(), quantity: 1 }];
      const key = randomUUID();
      await api.sandbox.faults({ ...fault, path: '/v1/checkout/sessions', method: 'POST' });
      expect((await shopper.checkout({ key, items })).status).toBe(503);
      await api.sandbox.faults({});
      config.promotionCodes = true;
      const { status, body } = await shopper.checkout({ key, items });
      config.promotionCodes = false;
      expect(status).toBe(201);
      const { data } = await api.stripe.checkout.sessions.list({ limit: 100 });
      const ofOrder = data.filter(
        ({ metadata }) => metadata?.['order_number'] === body.orderNumber,
      );
      expect(ofOrder.map(({ id }) => id)).toEqual([sessionIdOf(body.url)]);
    },
  );
});
