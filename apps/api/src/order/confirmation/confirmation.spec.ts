import type { EventEmitter } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { confirmationSchema } from '@shop/contract';
import Stripe from 'stripe';
import { engines } from '../../../testing/engines';
import { startHoldingStripe } from '../../../testing/holding-stripe';
import type { HoldingStripe } from '../../../testing/holding-stripe';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { recordStripeCalls } from '../../../testing/stripe-calls';
import { rateLimits } from '../../database/schema/rate-limit-tables';
import { OrderSyncService } from '../sync/order-sync.service';

describe.each(engines)('GET /api/orders/confirmation on the %s database', (engine) => {
  let api: TestApi;
  let stripe: HoldingStripe;
  /** The session whose next reading is held. */
  let toHold = '';
  const isToHold = (_method = '', path = '') => {
    if (!toHold || !path.includes(toHold)) return false;
    toHold = '';
    return true;
  };
  beforeAll(async () => {
    api = await startTestApi(engine, {
      between: async (url) => (stripe = await startHoldingStripe(url, isToHold)),
    });
  }, 60_000);
  afterAll(() => api?.stop());
  afterEach(async () => {
    await api.sandbox.reset();
    // All visitors share eight readings in two seconds, and these specs are faster than shoppers.
    await api.database.queries.delete(rateLimits);
  });

  async function checkOut(shopper = new Shopper(api)): Promise<{ shopper: Shopper; id: string }> {
    const { body } = await shopper.checkout();
    return { shopper, id: sessionIdOf(body.url) };
  }

  it('is open, and says where to go on paying, until the shopper has paid', async () => {
    const { shopper, id } = await checkOut();
    const { status, body } = await shopper.confirmation(id);
    expect(status).toBe(200);
    expect(confirmationSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({ state: 'open', final: false, customerName: null });
    expect(body).toHaveProperty('checkoutUrl', expect.stringContaining(id));
  });

  it('is right before any webhook has come', async () => {
    await api.sandbox.switches({ drop: true });
    const { shopper, id } = await checkOut();
    await api.sandbox.settings({ waitForWebhook: false });
    await api.sandbox.complete(id);
    const { body } = await shopper.confirmation(id);
    expect(confirmationSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      state: 'confirmed',
      final: true,
      view: 'full',
      customerName: 'Jenny Rosen',
      email: 'jenny.rosen@example.com',
      paymentMethod: { type: 'card', brand: 'visa', last4: '4242' },
      amounts: { currency: 'usd', totalMinor: 2400 },
    });
  });

  it('says firstView once', async () => {
    const { shopper, id } = await checkOut();
    await api.sandbox.complete(id);
    const views = await Promise.all(Array.from({ length: 5 }, () => shopper.confirmation(id)));
    expect(views.filter(({ body }) => 'firstView' in body && body.firstView)).toHaveLength(1);
  });

  it.each([
    ['HEAD', {}],
    ['GET', { 'sec-purpose': 'prefetch' }],
    ['GET', { 'sec-purpose': 'prefetch;prerender' }],
    ['GET', { purpose: 'prefetch' }],
  ])('spends no firstView on what nobody looks at: %s with %j', async (method, headers) => {
    const { shopper, id } = await checkOut();
    await api.sandbox.complete(id);
    const path = `/api/orders/confirmation?session_id=${id}`;
    expect((await shopper.request(method, path, { headers })).status).toBe(200);
    expect((await shopper.confirmation(id)).body).toMatchObject({ firstView: true });
  });

  it('tells another browser nothing about the shopper', async () => {
    const { shopper, id } = await checkOut();
    await api.sandbox.complete(id, { name: 'Zoë Canary', email: 'canary@secret.example' });
    await shopper.confirmation(id);
    const stranger = new Shopper(api);
    const { body, text } = await stranger.confirmation(id);
    expect(confirmationSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      view: 'masked',
      state: 'confirmed',
      maskedEmail: 'c•••@s•••.example',
    });
    expect(text).not.toMatch(/Zoë|Canary|canary@|4242|receipt/i);

    const { shopper: other } = await checkOut();
    expect((await other.confirmation(id)).body.view).toBe('masked');
  });

  it('opens to whoever knows the e-mail address, five wrong tries an hour', async () => {
    const { shopper, id } = await checkOut();
    await api.sandbox.complete(id, { email: 'jenny.rosen@example.com' });
    await shopper.confirmation(id);
    const stranger = new Shopper(api);
    const firstMs = Date.now();
    expect((await stranger.verify(id, 'wrong@example.com')).body.code).toBe('VERIFICATION_FAILED');
    expect((await stranger.verify(id, ' Jenny.Rosen@EXAMPLE.com'.trim())).status).toBe(204);
    expect((await stranger.confirmation(id)).body.view).toBe('full');
    expect((await new Shopper(api).confirmation(id)).body.view).toBe('masked');

    for (let wrong = 2; wrong <= 5; wrong += 1) await stranger.verify(id, 'wrong@example.com');
    const sixth = await stranger.verify(id, 'jenny.rosen@example.com');
    expect([sixth.status, sixth.body.code]).toEqual([429, 'RATE_LIMITED']);
    // An hour after the first try, in whole seconds, however long the tries took.
    const sinceFirstS = (Date.now() - firstMs) / 1000;
    const retryAfterS = Number(sixth.headers.get('retry-after'));
    expect(retryAfterS).toBeLessThanOrEqual(3600);
    expect(retryAfterS).toBeGreaterThanOrEqual(Math.floor(3600 - sinceFirstS));
  });

  it('uses up no try of a browser that keeps no cookies and names the right address', async () => {
    const { shopper, id } = await checkOut();
    await api.sandbox.complete(id, { email: 'jenny.rosen@example.com' });
    await shopper.confirmation(id);
    for (let time = 0; time < 8; time += 1) {
      expect((await new Shopper(api).verify(id, 'jenny.rosen@example.com')).status).toBe(204);
    }
  });

  it('answers a wrong address and an unknown order alike', async () => {
    const { id } = await checkOut();
    const stranger = new Shopper(api);
    const wrong = await stranger.verify(id, 'wrong@example.com');
    const unknown = await stranger.verify('cs_test_unknown', 'wrong@example.com');
    const comparable = ({ body }: typeof wrong) => ({ ...body, requestId: '' });
    expect(comparable(unknown)).toEqual(comparable(wrong));
  });

  it('keeps a name that is markup as it was typed', async () => {
    const { shopper, id } = await checkOut();
    const name = '<img src=x onerror=alert(1)>';
    await api.sandbox.complete(id, { name });
    expect((await shopper.confirmation(id)).body).toMatchObject({ customerName: name });
  });

  it('asks Stripe about an unknown id never, about a waiting one at most once in two seconds', async () => {
    const { shopper, id } = await checkOut();
    let calls = 0;
    const countCall = ({ path }: Stripe.RequestEvent) => {
      if (path.includes(id) || path.includes('cs_test_unknown')) calls += 1;
    };
    // The SDK types its own events as any.
    const client: EventEmitter = api.app.get(Stripe);
    client.on('request', countCall);
    for (let n = 0; n < 20; n += 1)
      expect((await shopper.confirmation(`cs_test_unknown${n}`)).status).toBe(404);
    expect(calls).toBe(0);
    await Promise.all(Array.from({ length: 20 }, () => shopper.confirmation(id)));
    expect(calls).toBe(1);
    client.off('request', countCall);
  });

  it('asks Stripe once although the webhook makes the order final meanwhile', async () => {
    await api.sandbox.switches({ drop: true });
    const { shopper, id } = await checkOut();
    const calls = recordStripeCalls(api);
    toHold = id;
    const answered = shopper.confirmation(id);
    await stripe.held;
    await api.sandbox.settings({ waitForWebhook: false });
    await api.sandbox.complete(id);
    await api.app.get(OrderSyncService).sync(id, 'webhook checkout.session.completed');
    stripe.release();
    const { body } = await answered;
    calls.stop();
    expect(body).toMatchObject({ state: 'confirmed', final: true, view: 'full' });
    // The page's and the webhook's.
    expect(calls.about(`/v1/checkout/sessions/${id}`)).toHaveLength(2);
  });

  it.each([
    ['nothing', ''],
    ['an empty id', '?session_id='],
    ['no equals sign', '?session_id'],
    ['two ids', '?session_id=cs_test_a&session_id=cs_test_b'],
    ['brackets', '?session_id[]=cs_test_a'],
    ['a key in brackets', '?session_id[a]=cs_test_a'],
    ['the placeholder', '?session_id={CHECKOUT_SESSION_ID}'],
    ['the encoded placeholder', '?session_id=%7BCHECKOUT_SESSION_ID%7D'],
    ['the prefix alone', '?session_id=cs_test_'],
    ['300 characters', `?session_id=cs_test_${'a'.repeat(292)}`],
    ['9,000 characters', `?session_id=cs_test_${'a'.repeat(9000)}`],
    ['a payment', '?session_id=pi_123'],
    ['an event', '?session_id=evt_123'],
    ['a NUL', '?session_id=%00'],
    ['an id and a NUL', '?session_id=cs_test_a%00'],
    ['a header', '?session_id=%0d%0aSet-Cookie:x=1'],
    ['broken escapes', '?session_id=%zz'],
    ['overlong UTF-8', '?session_id=%c0%af'],
    ['a path', '?session_id=../../v1/charges'],
    ['a twice encoded path', '?session_id=%252e%252e'],
    ['a space before', '?session_id=%20cs_test_a'],
    ['a no-break space after', '?session_id=cs_test_a%C2%A0'],
    ['a zero-width space', '?session_id=cs_test_a%E2%80%8B'],
    ['a byte order mark', '?session_id=%EF%BB%BFcs_test_a'],
    ['a Cyrillic letter', '?session_id=%D1%81s_test_a'],
    ['SQL', "?session_id=' OR 1=1--"],
    ['markup', '?session_id=<script>'],
  ])('refuses %s', async (_what, query) => {
    const path = `/api/orders/confirmation${query}`;
    const { status, body, text } = await new Shopper(api).request<{ code: string }>('GET', path);
    expect([status, body.code]).toEqual([400, 'INVALID_SESSION_ID']);
    expect(text).not.toMatch(/script|OR 1=1/);
  });

  it.each(['cs_test_unknown', 'cs_live_a1'])('does not know %s', async (id) => {
    const { status, body } = await new Shopper(api).confirmation(id);
    expect([status, body.code]).toEqual([404, 'ORDER_NOT_FOUND']);
  });

  it('ends a request whose address is too long', async () => {
    const path = `/api/orders/confirmation?session_id=${'a'.repeat(20_000)}`;
    const { status, body } = await new Shopper(api).request<{ code: string }>('GET', path);
    expect([status, body.code]).toEqual([431, 'HEADERS_TOO_LARGE']);
  });

  it('sends the security headers with every answer', async () => {
    for (const path of ['/api/health/live', '/api/orders/confirmation', '/nothing/here']) {
      const { headers } = await new Shopper(api).request('GET', path);
      expect(Object.fromEntries(headers)).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy':
          "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'x-frame-options': 'DENY',
        'x-robots-tag': 'noindex, nofollow',
        'permissions-policy': 'geolocation=(), camera=(), microphone=(), payment=()',
      });
      for (const name of ['x-powered-by', 'etag', 'strict-transport-security']) {
        expect(headers.has(name)).toBe(false);
      }
    }
  });

  // The last: its reading goes on after the answer, and would mix with another test's.
  it('answers from the database when Stripe is slow', async () => {
    const { shopper, id } = await checkOut();
    await api.sandbox.faults({ hang: true, path: '/v1/checkout/sessions', method: 'GET' });
    // Waiting for Stripe to the end would be answered 503, by the API's deadline.
    const { status, body } = await shopper.confirmation(id);
    expect([status, body.state]).toEqual([200, 'open']);
  });
});
