import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engines } from '../../testing/engines';
import { untilDone, untilOrder } from '../../testing/orders';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { until } from '../../testing/until';

const MONTHLY = { interval: 'month', intervalCount: 1 };

describe.each(engines)('a subscription, on the %s database', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(engine);
  }, 60_000);
  afterAll(() => api?.stop());

  async function subscribe(shopper: Shopper) {
    const { body } = await shopper.products();
    const beans = body.products.find(({ price }) => price.recurring);
    const mug = body.products.find(({ price }) => !price.recurring);
    const items = [beans, mug].map((product) => ({ priceId: product?.price.id, quantity: 1 }));
    const { body: checkout, text } = await shopper.checkout({ items });
    if (!checkout.url) throw new Error(text);
    return sessionIdOf(checkout.url);
  }

  it('is for sale beside what is bought once', async () => {
    const { body } = await new Shopper(api).products();
    expect(body.products.find(({ name }) => name === 'Coffee beans')?.price).toMatchObject({
      amountMinor: 1850,
      currency: 'usd',
      recurring: MONTHLY,
    });
  });

  it('is started by a session of that mode, fulfilled once, and its mail says how often it renews', async () => {
    const shopper = new Shopper(api);
    const sessionId = await subscribe(shopper);
    const started = await api.stripe.checkout.sessions.retrieve(sessionId);
    expect(started).toMatchObject({ mode: 'subscription', amount_total: 4250 });

    await api.sandbox.complete(sessionId);
    const order = await untilOrder(api, sessionId, ({ status }) => status === 'paid');
    await untilDone(api, order.id, ['confirmation_mail']);
    expect(order).toMatchObject({ mode: 'subscription', totalMinor: 4250 });
    expect(order.stripePaymentIntentId).toMatch(/^pi_/);

    const { body } = await shopper.confirmation(sessionId);
    expect(body).toMatchObject({
      state: 'confirmed',
      customerName: 'Jenny Rosen',
      paymentMethod: { type: 'card', last4: '4242' },
      items: [{ recurring: MONTHLY }, { recurring: null }],
    });
    expect((await api.mails()).join()).toContain('Coffee beans, every month');

    const subscriptions = await api.stripe.subscriptions.list({ limit: 1 });
    expect(subscriptions.data[0]?.metadata).toMatchObject({ order_id: order.id });
  });

  it('shows a refund of its first payment', async () => {
    const shopper = new Shopper(api);
    const sessionId = await subscribe(shopper);
    await api.sandbox.complete(sessionId);
    const { stripePaymentIntentId } = await untilOrder(
      api,
      sessionId,
      ({ status }) => status === 'paid',
    );
    await api.stripe.refunds.create({ payment_intent: stripePaymentIntentId ?? '', amount: 1850 });
    const { body } = await until(
      () => shopper.confirmation(sessionId),
      ({ body: { state } }) => state === 'partially_refunded',
    );
    expect(body.amounts.refundedMinor).toBe(1850);
  });
});
