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
import type { Problem, StaffActionAnswer, StaffOrders, StaffOverview } from '@shop/contract';
import { deliverTo, thinEventAbout } from '../../../testing/deliver-event';
import { usualEngines } from '../../../testing/engines';
import { heldOf, orderOf, stepsOf, untilOrder } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { StaffBrowser } from '../../../testing/staff-browser';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { until } from '../../../testing/until';
import { orders } from '../../database/schema/tables';
import { findTransitions } from '../facts/find-history';

const reason = 'nobody has paid it';

describe.each(usualEngines)('an order that waits for its payment, on the %s database', (engine) => {
  let api: TestApi;
  let operator: StaffBrowser;
  let product: { id: string; priceId: string };
  const errors = jest.spyOn(Logger.prototype, 'error');
  beforeAll(async () => {
    api = await startTestApi(engine);
    operator = await StaffBrowser.open(api, 'anna', 'operator');
    const { id } = await api.stripe.products.create({ name: 'Mug', metadata: { stock: '99' } });
    const params = { product: id, currency: 'usd', unit_amount: 2000 };
    product = { id, priceId: (await api.stripe.prices.create(params)).id };
  }, 60_000);
  beforeEach(async () => {
    errors.mockClear();
    await api.sandbox.settings({ bankTransfers: true });
  });
  afterEach(() => api.sandbox.reset());
  afterAll(() => api?.stop());

  const TRANSFER = { method: 'customer_balance' };
  const DEPOSITS = { method: 'us_bank_account', microdeposits: true };
  const act = (session: string, what: string, body: object = {}) =>
    api.sandbox.call('POST', `sessions/${session}/${what}`, body);
  async function waiting(pay: object = TRANSFER) {
    const shopper = new Shopper(api);
    const items = [{ priceId: product.priceId, quantity: 1 }];
    const session = sessionIdOf((await shopper.checkout({ items })).body.url);
    await act(session, 'complete', {
      name: 'Jenny Rosen',
      email: 'jenny.rosen@example.com',
      ...pay,
    });
    const order = await untilOrder(api, session, ({ status }) => status === 'processing');
    return { shopper, session, order, held: await heldOf(api, product.id) };
  }
  const partly = async (session: string, amount: number) => {
    await act(session, 'transfer', { amount });
    await untilOrder(
      api,
      session,
      ({ paymentAction: action }) =>
        action?.type === 'bank_transfer' && action.amountRemainingMinor === 2000 - amount,
    );
  };
  const cancel = (number: string) =>
    operator.act<StaffActionAnswer & Problem>(`/api/staff/orders/${number}/cancel`, { reason });
  const intentOf = (paymentId: string | null) =>
    api.stripe.paymentIntents.retrieve(paymentId ?? '');
  const ended = (session: string, status: string) =>
    untilOrder(api, session, (order) => order.status === status);
  /** What is told once the order says that it has ended is written down after that. */
  const untilToldOf = (number: string) =>
    until(
      () => Promise.resolve(alertsOf(number)),
      (alerts) => alerts.length > 0,
    );
  const alertsOf = (orderNumber: string) =>
    errors.mock.calls
      .map(([fields]) => fields as { orderNumber?: string; reason: string })
      .filter((fields) => fields.orderNumber === orderNumber)
      .map((fields) => fields.reason);

  it.each([
    ['a bank transfer', TRANSFER],
    ['test deposits', DEPOSITS],
  ])('by %s is cancelled by staff: at Stripe first, and its stock comes back', async (_by, pay) => {
    const { order, session, held } = await waiting(pay);
    expect(await cancel(order.number)).toMatchObject({
      status: 200,
      body: {
        words: 'It is cancelled: its payment was not made, and nothing is sent for it.',
        before: { status: 'processing' },
        after: { status: 'payment_failed' },
      },
    });
    expect((await intentOf(order.stripePaymentIntentId)).status).toBe('canceled');
    expect(await heldOf(api, product.id)).toBe(held - 1);
    const history = await findTransitions(api.database.queries, order.id);
    expect(history.map(({ cause }) => cause)).toContain(`command cancel: ${reason}`);
    await until(
      () => stepsOf(api, order.id),
      (steps) =>
        steps.some(({ step, outcome }) => step === 'payment_failed_mail' && outcome === 'sent'),
    );
    expect(alertsOf(order.number)).toEqual([]);
    expect((await cancel(order.number)).body).toMatchObject({
      code: 'ACTION_NOT_POSSIBLE',
      errors: [{ message: 'it has ended without payment' }],
    });
    expect((await orderOf(api, session)).cancelledAt).toBeNull();
  });

  it('is on the overview once it has waited for a week', async () => {
    const { order } = await waiting();
    const age = (days: number) =>
      api.database.queries
        .update(orders)
        .set({ createdAt: sql`now() - ${days} * interval '1 day'` })
        .where(eq(orders.id, order.id));
    const isNeeded = async () => {
      const { body } = await operator.get<StaffOverview>('/api/staff/overview');
      return body.needs.some(({ code }) => code === 'transfer_awaited');
    };
    const listed = async () => {
      const path = '/api/staff/orders?filter=transfer_awaited';
      return (await operator.get<StaffOrders>(path)).body.orders.map(({ number }) => number);
    };
    await age(6);
    expect([await isNeeded(), await listed()]).toEqual([false, []]);
    await age(8);
    expect([await isNeeded(), await listed()]).toEqual([true, [order.number]]);
    await cancel(order.number);
    expect([await isNeeded(), await listed()]).toEqual([false, []]);
  });

  it('and has been paid meanwhile is not cancelled, and staff read so', async () => {
    const { order, session } = await waiting();
    await api.sandbox.switches({ drop: true });
    await act(session, 'transfer', { amount: 2000 });
    const { status, body } = await cancel(order.number);
    expect([status, body.code, body.errors?.[0]?.message]).toEqual([
      409,
      'ACTION_NOT_POSSIBLE',
      'it has been paid meanwhile: cancel it once more, and the payment is refunded',
    ]);
    expect((await orderOf(api, session)).status).toBe('paid');
    expect((await cancel(order.number)).body.words).toContain('Stripe is asked for its refund');
    await untilOrder(api, session, ({ refunds }) => refunds.length === 1);
  });

  it('and whose debit has begun meanwhile is not cancelled', async () => {
    const { order, session } = await waiting(DEPOSITS);
    await act(session, 'verify-microdeposits');
    expect((await cancel(order.number)).body).toMatchObject({
      code: 'ACTION_NOT_POSSIBLE',
      errors: [{ message: 'it is paid when its payment has come in' }],
    });
    expect((await orderOf(api, session)).status).toBe('processing');
  });

  it.each([
    ['does not cancel', { cancelCheckoutPayments: false }, {}],
    ['may not cancel with this key', {}, { missingPermissions: ['rak_payment_intent_write'] }],
  ])(
    'that Stripe %s has ended: paid all the same, it waits for a person',
    async (_what, settings, faults) => {
      const { order, session, held } = await waiting();
      await api.sandbox.settings(settings);
      await api.sandbox.faults(faults);
      expect(await cancel(order.number)).toMatchObject({
        status: 200,
        body: {
          words: expect.stringContaining('Stripe has not cancelled its payment'),
          after: { status: 'expired' },
        },
      });
      await api.sandbox.faults({});
      expect(await heldOf(api, product.id)).toBe(held - 1);
      await act(session, 'transfer', { amount: 2000 });
      const { reviewReason } = await ended(session, 'needs_review');
      expect(reviewReason).toContain('it was paid although the shop had cancelled it');
      expect((await stepsOf(api, order.id)).map(({ step }) => step)).not.toContain(
        'confirmation_mail',
      );
    },
  );

  const LEFT =
    '$5.00 of its bank transfer had come when it ended: they are in the cash balance of its customer at Stripe, give them back there';

  it('and was paid in part is told once with the amount, when staff cancel it', async () => {
    const { order, session } = await waiting();
    await partly(session, 500);
    await cancel(order.number);
    await ended(session, 'payment_failed');
    expect(await untilToldOf(order.number)).toEqual([LEFT]);
  });

  it('and was paid in part just now is told with the amount, whatever no event has told', async () => {
    const { order, session } = await waiting();
    await api.sandbox.switches({ drop: true });
    await act(session, 'transfer', { amount: 500 });
    await cancel(order.number);
    expect(await untilToldOf(order.number)).toEqual([LEFT]);
  });

  it.each([
    ['cancels', true],
    ['does not cancel', false],
  ])(
    'and was paid in part is told once, when its shopper pays another way and Stripe %s',
    async (_what, cancelCheckoutPayments) => {
      const { shopper, order, session } = await waiting();
      await partly(session, 500);
      await api.sandbox.settings({ cancelCheckoutPayments });
      const items = [{ priceId: product.priceId, quantity: 1 }];
      expect((await shopper.checkout({ items, replaces: session })).status).toBe(201);
      await ended(session, cancelCheckoutPayments ? 'payment_failed' : 'expired');
      expect(await untilToldOf(order.number)).toEqual([LEFT]);
    },
  );

  it('and was paid in part is told once, when its payment is cancelled in the Dashboard', async () => {
    const { order, session } = await waiting();
    await partly(session, 500);
    await api.stripe.paymentIntents.cancel(order.stripePaymentIntentId ?? '');
    await ended(session, 'payment_failed');
    expect(await untilToldOf(order.number)).toEqual([LEFT]);
  });

  it('is followed at once when its payment is cancelled in the Dashboard', async () => {
    const { order, session, held } = await waiting();
    await api.stripe.paymentIntents.cancel(order.stripePaymentIntentId ?? '');
    await ended(session, 'payment_failed');
    expect(await heldOf(api, product.id)).toBe(held - 1);
  });

  it('is followed when only a thin event tells that its payment is cancelled', async () => {
    const { order, session } = await waiting();
    const payment = order.stripePaymentIntentId ?? '';
    await api.sandbox.settings({ waitForWebhook: false });
    await api.sandbox.switches({ drop: true });
    await api.stripe.paymentIntents.cancel(payment);
    await deliverTo(api.url, thinEventAbout('v1.payment_intent.canceled', payment));
    await ended(session, 'payment_failed');
  });
});
