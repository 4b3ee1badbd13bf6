import { Logger } from '@nestjs/common';
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
import { eq, sql } from 'drizzle-orm';
import { engines } from '../../../testing/engines';
import { later } from '../../../testing/later';
import { MERCHANT_SECRET, openMerchantServer } from '../../../testing/merchant-server';
import type { MerchantServer } from '../../../testing/merchant-server';
import { heldOf, orderOf, outcomesOf, stepsOf, untilOrder } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { until } from '../../../testing/until';
import { Warehouse } from '../../../testing/warehouse';
import { orders } from '../../database/schema/tables';
import { JobQueue } from '../../jobs/job-queue';
import { isStillTrue } from '../fulfilment/trigger-truth';
import { CancellationService } from './cancellation.service';

const MINUTES = 30;

describe.each(engines)('cancelling an order, on the %s database', (engine) => {
  let api: TestApi;
  let merchant: MerchantServer;
  let productId: string;
  let priceId: string;
  const errors = jest.spyOn(Logger.prototype, 'error');
  beforeAll(async () => {
    merchant = await openMerchantServer();
    api = await startTestApi(engine, {
      api: {
        FULFILLMENT_WEBHOOK_URL: merchant.url,
        FULFILLMENT_WEBHOOK_SECRET: MERCHANT_SECRET,
      },
      shop: { cancellation: { minutes: MINUTES }, mail: { staff: ['staff@example.org'] } },
    });
    const product = await api.stripe.products.create({ name: 'Bowl', metadata: { stock: '900' } });
    productId = product.id;
    const params = { product: productId, currency: 'usd', unit_amount: 2000 };
    priceId = (await api.stripe.prices.create(params)).id;
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
    await merchant.close();
  });
  beforeEach(() => void errors.mockClear());
  afterEach(() => api.sandbox.reset());

  async function bought(pay: object = {}, status = 'paid', ofPrice = priceId) {
    const shopper = new Shopper(api);
    const { body } = await shopper.checkout({ items: [{ priceId: ofPrice, quantity: 3 }] });
    const session = sessionIdOf(body.url);
    const held = await heldOf(api, productId);
    await api.sandbox.call('POST', `sessions/${session}/complete`, {
      name: 'Jenny Rosen',
      email: 'jenny.rosen@example.com',
      ...pay,
    });
    const order = await untilOrder(api, session, (one) => one.status === status);
    return { shopper, session, order, held };
  }
  /** What it is answered. Where the database is too slow, a browser is told to come again, and does. */
  const cancel = (shopper: Shopper, session: string) =>
    until(
      async () => {
        const { status, body } = await shopper.cancel(session);
        return status === 204 ? 204 : body.code;
      },
      (code) => code !== 'SERVICE_UNAVAILABLE',
    );
  const refundsOf = async (order: { stripePaymentIntentId: string | null }) =>
    (await api.stripe.refunds.list({ payment_intent: order.stripePaymentIntentId ?? '' })).data;
  const told = (number: string) =>
    merchant.requests.filter(({ event }) => event.data.orderNumber === number);
  const alerts = (number: string) =>
    errors.mock.calls.filter(
      ([fields]) => (fields as { orderNumber?: string }).orderNumber === number,
    );
  const settled = (session: string) =>
    untilOrder(api, session, ({ cancelRefund }) => cancelRefund === 'started');

  it('gives all the money and the stock back once, however often it is asked at once', async () => {
    const { shopper, session, order, held } = await bought();
    const copies = Array.from({ length: 8 }, () => cancel(shopper, session));
    expect(new Set(await Promise.all(copies))).toEqual(new Set([204]));
    const { refundedMinor, status } = await settled(session);
    expect({ refundedMinor, status }).toEqual({ refundedMinor: 6000, status: 'paid' });
    expect(await heldOf(api, productId)).toBe(held - 3);
    expect((await refundsOf(order)).map(({ amount }) => amount)).toEqual([6000]);
    // The event of the refund tells nothing new.
    const { body } = await shopper.confirmation(session);
    expect(body).toMatchObject({
      state: 'refunded',
      shopStatus: 'cancelled',
      cancellation: { refund: 'started' },
      cancellableUntil: null,
      withdrawableUntil: null,
    });
    const types = await until(
      () => Promise.resolve(told(order.number).map(({ event }) => event.type)),
      (found) => found.includes('order.refunded'),
    );
    expect(types).toEqual(['order.paid', 'order.cancelled', 'order.refunded']);
    const steps = await until(
      () => outcomesOf(api, order.id),
      (rows) => rows.every(([, outcome]) => outcome !== null),
    );
    const mails = steps.map(([step]) => step.split(':')[0]).filter((one) => one?.endsWith('_mail'));
    expect(mails).toEqual(['confirmation_mail', 'shopper_cancelled_mail', 'refund_mail']);
  });

  it('lets its shopper order the same again', async () => {
    const { shopper, session, order } = await bought();
    const same = { key: order.idempotencyKey, items: [{ priceId, quantity: 3 }] };
    expect((await shopper.checkout(same)).body.code).toBe('CHECKOUT_COMPLETED');
    expect(await cancel(shopper, session)).toBe(204);
    expect((await shopper.checkout(same)).body.code).toBe('CHECKOUT_EXPIRED');
  });

  it('is not for whoever sees the order masked', async () => {
    const { session } = await bought();
    expect(await cancel(new Shopper(api), session)).toBe('FULL_VIEW_REQUIRED');
    expect(await cancel(new Shopper(api), 'cs_test_unknown')).toBe('FULL_VIEW_REQUIRED');
    const verified = new Shopper(api);
    await verified.verify(session, 'jenny.rosen@example.com');
    expect(await cancel(verified, session)).toBe(204);
  });

  it('ends with the time, with the first parcel, and where money is not simply here', async () => {
    const [late, sent, disputed, debit] = [
      await bought(),
      await bought(),
      await bought({ card: { number: '4000000000000259' } }),
      await bought({ method: 'us_bank_account' }, 'processing'),
    ];
    const { body } = await late.shopper.confirmation(late.session);
    const end = (late.order.paidAt?.getTime() ?? 0) + MINUTES * 60_000;
    expect(body).toMatchObject({ cancellableUntil: new Date(end).toISOString() });
    await later(api, MINUTES * 60_000, async () => {
      expect(await cancel(late.shopper, late.session)).toBe('CHANGES_TOO_LATE');
      expect((await late.shopper.confirmation(late.session)).body).toMatchObject({
        cancellableUntil: new Date(end).toISOString(),
      });
    });
    const warehouse = await Warehouse.open(api);
    expect((await warehouse.ship(sent.order.number)).status).toBe(201);
    expect(await cancel(sent.shopper, sent.session)).toBe('CHANGES_TOO_LATE');
    expect((await sent.shopper.confirmation(sent.session)).body).toMatchObject({
      cancellableUntil: null,
    });
    await untilOrder(api, disputed.session, ({ dispute }) => dispute !== null);
    expect(await cancel(disputed.shopper, disputed.session)).toBe('ORDER_NOT_CHANGEABLE');
    expect(await cancel(debit.shopper, debit.session)).toBe('PAYMENT_STILL_PROCESSING');
    // Nothing is sent once it is cancelled.
    expect(await cancel(late.shopper, late.session)).toBe(204);
    expect((await warehouse.ship(late.order.number)).body.code).toBe('ORDER_NOT_SHIPPABLE');
  });

  it('is never for what is not sent, so nobody has to wait for the money first', async () => {
    const { id: product } = await api.stripe.products.create({ name: 'Pattern', shippable: false });
    const price = await api.stripe.prices.create({ product, currency: 'usd', unit_amount: 900 });
    const orders = [
      await bought({}, 'paid', price.id),
      await bought({ method: 'us_bank_account' }, 'processing', price.id),
    ];
    for (const { shopper, session } of orders)
      expect(await cancel(shopper, session)).toBe('ORDER_NOT_CHANGEABLE');
  });

  it('refunds once although Stripe did it and its answer was lost', async () => {
    const { shopper, session, order } = await bought();
    const fault = { path: '/v1/refunds', method: 'POST', when: 'after', times: 2 };
    await api.sandbox.faults({ ...fault, status: 500 });
    expect(await cancel(shopper, session)).toBe(204);
    await settled(session);
    expect(await refundsOf(order)).toHaveLength(1);
  });

  it.each([2, 3])('refunds once after Stripe has failed at it, in %d answers', async (times) => {
    const { shopper, session, order } = await bought();
    const fault = { path: '/v1/refunds', method: 'POST', when: 'instead', times };
    await api.sandbox.faults({ ...fault, status: 500 });
    expect(await cancel(shopper, session)).toBe(204);
    await settled(session);
    expect((await refundsOf(order)).map(({ amount }) => amount)).toEqual([6000]);
    expect((await orderOf(api, session)).refundedMinor).toBe(6000);
  });

  it('adds to a part that was refunded in the Dashboard only what is left', async () => {
    const { shopper, session, order } = await bought();
    await api.sandbox.call('POST', `sessions/${session}/refund`, { amount: 500 });
    await untilOrder(api, session, ({ refundedMinor }) => refundedMinor === 500);
    expect(await cancel(shopper, session)).toBe(204);
    await settled(session);
    const amounts = (await refundsOf(order)).map(({ amount }) => amount);
    expect(amounts.sort()).toEqual([500, 5500]);
  });

  it('tells staff once of a refund that Stripe refuses, and makes it when that is mended', async () => {
    const { shopper, session, order, held } = await bought();
    await api.sandbox.faults({ missingPermissions: ['rak_refund_write'] });
    expect(await cancel(shopper, session)).toBe(204);
    await untilOrder(api, session, ({ cancelRefund }) => cancelRefund === 'refused');
    expect((await shopper.confirmation(session)).body).toMatchObject({
      state: 'refund_failed',
      final: true,
      cancellation: { refund: 'refused' },
    });
    // The order says so a moment before its job counts as dead.
    await until(
      () => api.app.get(JobQueue).retryDead(),
      (count) => count === 1,
    );
    await untilOrder(api, session, ({ cancelRefusals }) => cancelRefusals === 2);
    expect(alerts(order.number)).toHaveLength(1);
    await api.sandbox.faults({});
    await until(
      () => api.app.get(JobQueue).retryDead(),
      (count) => count === 1,
    );
    await settled(session);
    expect(await refundsOf(order)).toHaveLength(1);
    expect((await orderOf(api, session)).refundedMinor).toBe(6000);
    expect(await heldOf(api, productId)).toBe(held - 3);
  });

  it('asks nobody to make a refund by hand that somebody has made in the Dashboard', async () => {
    const { shopper, session, order } = await bought();
    await api.sandbox.faults({ missingPermissions: ['rak_refund_write'] });
    expect(await cancel(shopper, session)).toBe(204);
    const refused = await untilOrder(api, session, (one) => one.cancelRefund === 'refused');
    expect(isStillTrue('cancellation_refused', '', refused)).toBe(true);
    const dispute = { id: 'dp_1', status: 'lost', amountMinor: 6000, dueBy: null };
    expect(isStillTrue('cancellation_refused', '', { ...refused, dispute })).toBe(false);
    await api.sandbox.faults({});
    await api.sandbox.call('POST', `sessions/${session}/refund`, {});
    const refunded = await untilOrder(api, session, (one) => one.refundedMinor === 6000);
    expect(isStillTrue('cancellation_refused', '', refunded)).toBe(false);
    await until(
      () => api.app.get(JobQueue).retryDead(),
      (count) => count === 1,
    );
    await settled(session);
    expect(await refundsOf(order)).toHaveLength(1);
  });

  it('does not call a refund refused that was made, and whose reading alone fails for good', async () => {
    const { shopper, session, order } = await bought();
    await api.sandbox.faults({ missingPermissions: ['rak_checkout_session_read'] });
    expect(await cancel(shopper, session)).toBe(204);
    const deadLetter = sql`select id from pgboss.job
      where name = 'order.cancellation.dead' and data ->> 'orderId' = ${order.id}`;
    await until(
      async () => (await api.database.queries.execute(deadLetter)).rows.length,
      (count) => count === 1,
    );
    expect(await refundsOf(order)).toHaveLength(1);
    expect(await orderOf(api, session)).toMatchObject({ cancelRefund: 'due', cancelRefusals: 0 });
    const steps = (await stepsOf(api, order.id)).map(({ step }) => step);
    expect(steps).toContain('shopper_cancelled_staff');
    expect(steps).not.toContain('cancellation_refused_staff');
    expect(alerts(order.number)).toHaveLength(1);
    await api.sandbox.faults({});
    expect(await api.app.get(JobQueue).retryDead()).toBeGreaterThan(0);
    await settled(session);
    expect(await refundsOf(order)).toHaveLength(1);
  });

  it('is refused to staff in a copy of the database, where nobody would give the money back', async () => {
    const { session, order } = await bought();
    await api.database.queries
      .update(orders)
      .set({ deploymentId: 'copied-from' })
      .where(eq(orders.id, order.id));
    const service = api.app.get(CancellationService, { strict: false });
    await expect(service.cancelForStaff(order.id, 'she has called')).rejects.toMatchObject({
      code: 'ORDER_NOT_CHANGEABLE',
    });
    expect((await orderOf(api, session)).cancelledAt).toBeNull();
  });
});
