import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { usualEngines } from '../../testing/engines';
import { heldOf, orderOf, outcomesOf, untilDone, untilOrder } from '../../testing/orders';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { ReviewService } from '../order/review/review.service';

describe.each(usualEngines)('an unpaid voucher, on the %s database', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(engine, { shop: { currency: 'jpy' } });
  }, 60_000);
  afterAll(() => api?.stop());
  afterEach(() => api.sandbox.reset());

  async function product(stock = 9) {
    const metadata = { stock: String(stock) };
    const { id } = await api.stripe.products.create({ name: 'Mug', metadata });
    const params = { product: id, currency: 'jpy', unit_amount: 3000 };
    const { id: priceId } = await api.stripe.prices.create(params);
    return { id, items: [{ priceId, quantity: 1 }], more: [{ priceId, quantity: 2 }] };
  }
  const payWith = (session: string, method: string) =>
    api.sandbox.call('POST', `sessions/${session}/complete`, { method });
  const settle = (session: string) => api.sandbox.call('POST', `sessions/${session}/settle`, {});
  const intentOf = async (session: string) => {
    const { payment_intent: id } = await api.stripe.checkout.sessions.retrieve(session);
    return api.stripe.paymentIntents.retrieve(id as string);
  };

  /** A shopper who has a voucher for one of the product. */
  async function withVoucher(stock?: number) {
    const shopper = new Shopper(api);
    const { id: productId, items, more } = await product(stock);
    const key = randomUUID();
    const { body } = await shopper.checkout({ key, items });
    const session = sessionIdOf(body.url);
    await payWith(session, 'konbini');
    const order = await untilOrder(api, session, ({ status }) => status === 'processing');
    await untilDone(api, order.id, ['received_mail']);
    return { shopper, productId, items, more, key, session, order };
  }

  /** Its shopper, who pays another way, is not told that it is cancelled; the reminder finds it so. */
  const givenUp = [
    ['received_mail', 'sent'],
    ['voucher_reminder_mail', null],
    ['cancelled_mail:v2', 'moot'],
  ];

  it.each(['the same cart again', 'the same cart with a new key', 'one more item'])(
    'and %s: the checkout is refused, and names the voucher to its own browser',
    async (what) => {
      const { shopper, items, more, key, session, order } = await withVoucher();
      const { status, body } = await shopper.checkout({
        key: what === 'the same cart again' ? key : randomUUID(),
        items: what === 'one more item' ? more : items,
      });
      expect([status, body.code]).toEqual([409, 'PAYMENT_OPEN']);
      expect(body.openPayment).toEqual({
        orderNumber: order.number,
        sessionId: session,
        state: 'awaiting_voucher',
        url: order.voucherUrl,
      });
      expect(order.voucherUrl).toContain('http');
      expect((await new Shopper(api).checkout({ items })).status).toBe(201);
      expect((await intentOf(session)).status).toBe('requires_action');
    },
  );

  it('is cancelled when its shopper pays another way: its stock is free for the new order', async () => {
    const { shopper, productId, more, items, session, order } = await withVoucher(2);
    const { status, body } = await shopper.checkout({ items: more, replaces: session });
    expect([status, body.code]).toEqual([201, undefined]);
    expect(await intentOf(session)).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'requested_by_customer',
    });
    await expect(settle(session)).rejects.toThrow();
    expect((await orderOf(api, session)).status).toBe('payment_failed');
    expect(await heldOf(api, productId)).toBe(2);
    const again = await shopper.checkout({ items, replaces: session });
    expect(again.body.code).toBeUndefined();
    await api.sandbox.complete(sessionIdOf(again.body.url));
    const paid = await untilOrder(api, sessionIdOf(again.body.url), isPaid);
    await untilDone(api, paid.id, ['confirmation_mail']);
    expect(await heldOf(api, productId)).toBe(1);
    await untilDone(api, order.id, ['received_mail', 'cancelled_mail:v2']);
    expect(await outcomesOf(api, order.id)).toEqual(givenUp);
  });

  it('that has just been paid is not replaced, and no second order is made', async () => {
    const { shopper, more, session, order } = await withVoucher();
    await api.sandbox.switches({ drop: true });
    await settle(session);
    const { status, body } = await shopper.checkout({ items: more, replaces: session });
    expect([status, body.code]).toEqual([409, 'PAYMENT_NOT_CANCELED']);
    expect(body.openPayment).toEqual({
      orderNumber: order.number,
      sessionId: session,
      state: null,
      url: null,
    });
    expect((await orderOf(api, session)).status).toBe('paid');
    expect((await shopper.checkout({ items: more })).status).toBe(201);
  });

  it('and its cancellation race: it is paid, or cancelled, and never both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { shopper, more, session } = await withVoucher();
      const [{ body }] = await Promise.all([
        shopper.checkout({ items: more, replaces: session }),
        settle(session).catch(() => undefined),
      ]);
      const isSucceeded = (await intentOf(session)).status === 'succeeded';
      expect(body.code).toBe(isSucceeded ? 'PAYMENT_NOT_CANCELED' : undefined);
      const wanted = isSucceeded ? 'paid' : 'payment_failed';
      await untilOrder(api, session, ({ status }) => status === wanted);
    }
  });

  it.each([
    ['does not cancel', { cancelCheckoutPayments: false }, {}],
    ['may not cancel with this key', {}, { missingPermissions: ['rak_payment_intent_write'] }],
  ])(
    'that Stripe %s is given up: paid all the same, it waits for a person',
    async (_what, settings, faults) => {
      const { shopper, productId, items, session, order } = await withVoucher(1);
      await api.sandbox.settings(settings);
      await api.sandbox.faults(faults);
      const { status, body } = await shopper.checkout({ items, replaces: session });
      expect([status, body.code]).toEqual([201, undefined]);
      await api.sandbox.faults({});
      expect((await orderOf(api, session)).status).toBe('expired');
      expect(await heldOf(api, productId)).toBe(1);
      await api.sandbox.complete(sessionIdOf(body.url));
      await untilOrder(api, sessionIdOf(body.url), isPaid);
      await settle(session);
      const { reviewReason } = await untilOrder(
        api,
        session,
        ({ status: now }) => now === 'needs_review',
      );
      expect(reviewReason).toContain('its shopper has chosen to pay another way');
      await untilDone(api, order.id, ['received_mail', 'cancelled_mail:v2']);
      expect(await outcomesOf(api, order.id)).toEqual([...givenUp, ['under_review_mail:v3', null]]);
      await api.sandbox.call('POST', `sessions/${session}/refund`, {});
      expect(await api.app.get(ReviewService).resolve(order.id, 'refused', 'paid twice')).toBe(
        'refused',
      );
      expect(await heldOf(api, productId)).toBe(1);
    },
  );

  it('keeps waiting while Stripe does not answer', async () => {
    const { shopper, more, session } = await withVoucher();
    await api.sandbox.faults({ status: 500, path: '/v1/payment_intents' });
    const { status, body } = await shopper.checkout({ items: more, replaces: session });
    expect([status, body.code]).toEqual([503, 'STRIPE_UNAVAILABLE']);
    await api.sandbox.faults({});
    expect((await orderOf(api, session)).status).toBe('processing');
    expect((await shopper.checkout({ items: more, replaces: session })).status).toBe(201);
  });

  it('of another browser, or of none, is not replaced', async () => {
    const { more, session } = await withVoucher();
    for (const replaces of [session, 'cs_test_unknown']) {
      const { status, body } = await new Shopper(api).checkout({ items: more, replaces });
      expect([status, body.code]).toEqual([404, 'ORDER_NOT_FOUND']);
    }
    const { status, body } = await new Shopper(api).checkout({ items: more, replaces: 'voucher' });
    expect([status, body.code]).toEqual([400, 'INVALID_REQUEST']);
    expect((await intentOf(session)).status).toBe('requires_action');
  });

  it('that was issued in an older tab is found before the next order is placed', async () => {
    const shopper = new Shopper(api);
    const { items, more } = await product();
    const session = sessionIdOf((await shopper.checkout({ items })).body.url);
    await api.sandbox.switches({ drop: true });
    await payWith(session, 'konbini');
    const { body } = await shopper.checkout({ items: more });
    expect([body.code, body.openPayment?.sessionId]).toEqual(['PAYMENT_OPEN', session]);
  });

  const isPaid = ({ status }: { status: string }) => status === 'paid';
});

describe.each(usualEngines)('of other payments on their way, on the %s database', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(engine);
  }, 60_000);
  afterAll(() => api?.stop());

  it.each([
    [true, 409, 'PAYMENT_OPEN'],
    // The bank has it: it can no longer be cancelled, and the shopper may order something else.
    [false, 201, undefined],
  ])('a bank debit that waits for test deposits (%s): %s', async (microdeposits, status, code) => {
    const shopper = new Shopper(api);
    const session = sessionIdOf((await shopper.checkout()).body.url);
    const pay = { method: 'us_bank_account', microdeposits };
    await api.sandbox.call('POST', `sessions/${session}/complete`, pay);
    await untilOrder(api, session, ({ status: now }) => now === 'processing');
    const answer = await shopper.checkout();
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    if (code) {
      expect(answer.body.openPayment?.state).toBe('awaiting_microdeposits');
      expect((await shopper.checkout({ replaces: session })).status).toBe(201);
    } else {
      const refused = await shopper.checkout({ replaces: session });
      expect([refused.status, refused.body.code]).toEqual([409, 'PAYMENT_NOT_CANCELED']);
    }
  });
});
