import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { count } from 'drizzle-orm';
import { badCheckoutBodies } from '../../testing/bad-checkout-bodies';
import { engines } from '../../testing/engines';
import { untilOrder } from '../../testing/orders';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { untilTaken } from '../../testing/until';
import { orders } from '../database/schema/tables';
import { Deployment } from '../deployment/deployment';

describe.each(engines)('POST /api/checkout on the %s database', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(engine);
  }, 60_000);
  afterAll(() => api?.stop());
  afterEach(() => api.sandbox.reset());

  const orderCount = async () => {
    const [row] = await api.database.queries.select({ orders: count() }).from(orders);
    return row?.orders ?? 0;
  };
  const sessionCount = async () => {
    const sessions = await api.stripe.checkout.sessions
      .list({ limit: 100 })
      .autoPagingToArray({ limit: 1000 });
    return sessions.length;
  };

  it('writes the order and starts a session that leads back with the literal placeholder', async () => {
    const shopper = new Shopper(api);
    const { status, body } = await shopper.checkout();
    expect(status).toBe(201);
    const session = await api.stripe.checkout.sessions.retrieve(sessionIdOf(body.url), {
      expand: ['line_items'],
    });
    expect(session).toMatchObject({
      mode: 'payment',
      success_url: 'http://localhost:4200/order/success?session_id={CHECKOUT_SESSION_ID}',
      cancel_url: 'http://localhost:4200/cart',
      customer_creation: 'always',
      after_expiration: { recovery: { enabled: true } },
      allow_promotion_codes: null,
      amount_total: 2400,
    });
    expect(session.metadata).toEqual({
      order_id: session.client_reference_id,
      order_number: body.orderNumber,
      deployment_id: api.app.get(Deployment, { strict: false }).id,
    });
    expect(session.line_items?.data).toHaveLength(1);
  });

  it.each([
    ['de-AT,de;q=0.9,en;q=0.8', 'de', 'de-AT'],
    ['it-IT,it;q=0.9,en;q=0.8', 'it', 'en'],
    ['sv, ja;q=0.5', 'sv', 'ja'],
    ['sw', 'auto', null],
  ])(
    'speaks the browser’s language: for %s on the hosted page %s, on ours %s',
    async (languages, locale, own) => {
      const shopper = new Shopper(api);
      const { body } = await shopper.checkout({ headers: { 'accept-language': languages } });
      const session = await api.stripe.checkout.sessions.retrieve(sessionIdOf(body.url));
      expect(session.locale).toBe(locale);
      expect((await shopper.confirmation(session.id)).body).toMatchObject({ locale: own });
    },
  );

  it.each([
    ['de', 'de', 'de'],
    ['it', 'it', 'en-GB'],
  ])(
    'speaks the language that the shopper has chosen in the shop: %s',
    async (chosen, locale, own) => {
      const shopper = new Shopper(api);
      const items = [{ priceId: await shopper.firstPrice(), quantity: 1 }];
      const { body } = await shopper.checkout({
        body: JSON.stringify({ items, locale: chosen }),
        headers: { 'accept-language': 'en-GB,en;q=0.9' },
      });
      const session = await api.stripe.checkout.sessions.retrieve(sessionIdOf(body.url));
      expect(session.locale).toBe(locale);
      expect((await shopper.confirmation(session.id)).body).toMatchObject({ locale: own });
    },
  );

  it('gives the browser one HttpOnly cookie and keeps it', async () => {
    const shopper = new Shopper(api);
    const first = await shopper.checkout();
    expect(first.headers.get('set-cookie')).toMatch(
      /^browser=[\w-]{43}; Max-Age=\d+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
    const cookie = shopper.cookie;
    await shopper.checkout();
    expect(shopper.cookie).toBe(cookie);
  });

  it('makes one order and one session of ten clicks at once', async () => {
    const shopper = new Shopper(api);
    await shopper.checkout();
    const before = { orders: await orderCount(), sessions: await sessionCount() };
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => untilTaken(() => shopper.checkout({ key }))),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.url)).size).toBe(1);
    expect(await orderCount()).toBe(before.orders + 1);
    expect(await sessionCount()).toBe(before.sessions + 1);
  });

  it('gets the same session after dying between the order and the session', async () => {
    const shopper = new Shopper(api);
    await shopper.checkout();
    const key = randomUUID();
    const before = await sessionCount();
    const started = await shopper.checkout({ key });
    // As a crash right after Stripe's answer leaves it: Stripe has the session, the order does not know it.
    await api.database.queries.update(orders).set({ stripeSessionId: null, sessionUrl: null });
    const retried = await shopper.checkout({ key });
    expect(retried.body).toEqual(started.body);
    expect(await sessionCount()).toBe(before + 1);
  });

  it('keeps the order when Stripe fails, and the retry starts its session', async () => {
    const shopper = new Shopper(api);
    const items = [{ priceId: await shopper.firstPrice(), quantity: 3 }];
    await shopper.checkout({ items });
    const before = await orderCount();
    const key = randomUUID();
    await api.sandbox.faults({ reset: true, path: '/v1/checkout/sessions', method: 'POST' });
    const failed = await shopper.checkout({ key, items });
    expect([failed.status, failed.body.code]).toEqual([503, 'STRIPE_UNAVAILABLE']);
    expect(await orderCount()).toBe(before + 1);
    await api.sandbox.reset();
    const retried = await shopper.checkout({ key, items });
    expect(retried.status).toBe(201);
    expect(await orderCount()).toBe(before + 1);
  });

  it.each([
    // Found at once: the error comes again when the SDK repeats its request.
    ['made all the same', 'after', 201, 1],
    ['not made, nothing kept', 'before', 503, 0],
    ['not made, the error kept', 'instead', 503, 0],
  ] as const)(
    'gets its one session when Stripe answers 500, the session %s',
    async (_words, when, firstStatus, made) => {
      const shopper = new Shopper(api);
      await shopper.checkout();
      const key = randomUUID();
      const before = { orders: await orderCount(), sessions: await sessionCount() };
      await api.sandbox.faults({
        status: 500,
        when,
        path: '/v1/checkout/sessions',
        method: 'POST',
      });
      expect((await shopper.checkout({ key })).status).toBe(firstStatus);
      expect(await sessionCount()).toBe(before.sessions + made);
      await api.sandbox.reset();
      const retries = await Promise.all([shopper.checkout({ key }), shopper.checkout({ key })]);
      expect(retries.map(({ status }) => status)).toEqual([201, 201]);
      expect(retries[1]?.body).toEqual(retries[0]?.body);
      expect(await orderCount()).toBe(before.orders + 1);
      expect(await sessionCount()).toBe(before.sessions + 1);
    },
  );

  it('refuses the key of another cart or of another browser', async () => {
    const shopper = new Shopper(api);
    const key = randomUUID();
    await shopper.checkout({ key });
    const otherCart = await shopper.checkout({
      key,
      items: [{ priceId: await shopper.firstPrice(), quantity: 2 }],
    });
    expect([otherCart.status, otherCart.body.code]).toEqual([409, 'IDEMPOTENCY_KEY_REUSED']);
    const other = new Shopper(api);
    await other.checkout();
    const otherBrowser = await other.checkout({ key });
    expect([otherBrowser.status, otherBrowser.body.code]).toEqual([409, 'IDEMPOTENCY_KEY_REUSED']);
  });

  it('knows a first request whose answer, and cookie, were lost: same order, full view', async () => {
    const key = randomUUID();
    const priceId = await new Shopper(api).firstPrice();
    const items = [{ priceId, quantity: 1 }];
    const tries = Array.from({ length: 3 }, () => new Shopper(api));
    const atOnce = await Promise.all(tries.map((one) => one.checkout({ key, items })));
    const late = new Shopper(api);
    const answers = [...atOnce, await late.checkout({ key, items })];
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const [url = ''] = new Set(answers.map(({ body }) => body.url));
    for (const shopper of [...tries, late]) {
      expect((await shopper.confirmation(sessionIdOf(url))).body.view).toBe('full');
    }
    const refused = await new Shopper(api).checkout({ key, items: [{ priceId, quantity: 2 }] });
    expect(refused.headers.get('set-cookie')).toBeNull();
  });

  it('says so when the cart has been paid or its session has expired', async () => {
    const shopper = new Shopper(api);
    const paidKey = randomUUID();
    const paid = await shopper.checkout({ key: paidKey });
    await api.sandbox.complete(sessionIdOf(paid.body.url));
    expect((await shopper.checkout({ key: paidKey })).body.code).toBe('CHECKOUT_COMPLETED');

    const expiredKey = randomUUID();
    const expired = await shopper.checkout({ key: expiredKey });
    await api.stripe.checkout.sessions.expire(sessionIdOf(expired.body.url));
    expect((await shopper.checkout({ key: expiredKey })).body.code).toBe('CHECKOUT_EXPIRED');
  });

  it('lets the same be ordered again once its order is refunded in full, but not in part', async () => {
    const shopper = new Shopper(api);
    const key = randomUUID();
    const sessionId = sessionIdOf((await shopper.checkout({ key })).body.url);
    await api.sandbox.complete(sessionId);
    await untilOrder(api, sessionId, ({ status }) => status === 'paid');
    const refund = (how: object) => api.sandbox.call('POST', `sessions/${sessionId}/refund`, how);
    await refund({ amount: 100 });
    await untilOrder(api, sessionId, ({ refundedMinor }) => refundedMinor === 100);
    expect((await shopper.checkout({ key })).body.code).toBe('CHECKOUT_COMPLETED');
    await refund({});
    await untilOrder(api, sessionId, (order) => order.refundedMinor === order.totalMinor);
    expect((await shopper.checkout({ key })).body.code).toBe('CHECKOUT_EXPIRED');
  });

  it('refuses a price that is unknown, archived or in another currency, and writes no order', async () => {
    const shopper = new Shopper(api);
    const before = await orderCount();
    const yen = await api.stripe.prices.list({ lookup_keys: ['stoneware-mug-jpy'] });
    const product = await api.stripe.products.create({ name: 'Gone' });
    const archived = await api.stripe.prices.create({
      product: product.id,
      currency: 'usd',
      unit_amount: 100,
    });
    await api.stripe.prices.update(archived.id, { active: false });
    for (const priceId of ['price_unknown', yen.data[0]?.id, archived.id]) {
      const { status, body } = await shopper.checkout({ items: [{ priceId, quantity: 1 }] });
      expect([status, body.code]).toEqual([400, 'PRICE_NOT_AVAILABLE']);
      expect(body.errors).toEqual([{ path: 'items.0.priceId', message: 'is not for sale' }]);
    }
    expect(await orderCount()).toBe(before);
  });

  it('sells a price that was made a moment ago', async () => {
    const shopper = new Shopper(api);
    await shopper.products();
    const product = await api.stripe.products.create({ name: 'New' });
    const price = await api.stripe.prices.create({
      product: product.id,
      currency: 'usd',
      unit_amount: 321,
    });
    const { status } = await shopper.checkout({ items: [{ priceId: price.id, quantity: 1 }] });
    expect(status).toBe(201);
  });

  it.each(badCheckoutBodies)('refuses a body with %s, and echoes nothing', async (_what, body) => {
    const { status, body: problem, text, headers } = await new Shopper(api).checkout({ body });
    expect([status, problem.code]).toEqual([400, 'INVALID_REQUEST']);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(text).not.toMatch(/price_1|price_\\u|secret/);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    '',
  ])('refuses a body of type %p', async (type) => {
    const { status, body } = await new Shopper(api).request<{ code: string }>(
      'POST',
      '/api/checkout',
      {
        body: Buffer.from('{"items":[]}'),
        headers: { ...(type && { 'content-type': type }), 'idempotency-key': randomUUID() },
      },
    );
    expect([status, body.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it('refuses a body that is too large, and bytes that are not the gzip they say', async () => {
    const shopper = new Shopper(api);
    const large = await shopper.checkout({ body: JSON.stringify({ items: 'x'.repeat(33_000) }) });
    expect([large.status, large.body.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    const plain = await shopper.checkout({
      body: '{"items":[]}',
      headers: { 'content-encoding': 'gzip' },
    });
    expect(plain.status).toBe(400);
  });

  it.each([
    '',
    'not-a-uuid',
    '00000000-0000-0000-0000-00000000000',
    `${randomUUID()}, ${randomUUID()}`,
  ])('refuses the Idempotency-Key %p', async (key) => {
    const { status, body } = await new Shopper(api).checkout({ key });
    expect([status, body.code]).toEqual([400, 'INVALID_IDEMPOTENCY_KEY']);
  });

  it('lets no other site check out', async () => {
    const shopper = new Shopper(api);
    const foreign = await shopper.checkout({ headers: { origin: 'https://evil.example' } });
    expect([foreign.status, foreign.body.code]).toEqual([403, 'ORIGIN_NOT_ALLOWED']);
    expect(foreign.headers.get('access-control-allow-origin')).not.toBe('https://evil.example');
    const own = await shopper.checkout({ headers: { origin: 'http://localhost:4200' } });
    expect(own.status).toBe(201);
  });
});
