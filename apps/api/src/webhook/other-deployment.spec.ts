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
import { eq, inArray, or, sql } from 'drizzle-orm';
import { deliverTo, eventAbout, thinEventAbout } from '../../testing/deliver-event';
import { usualEngines } from '../../testing/engines';
import { createInOtherDeployment, paymentOf } from '../../testing/foreign-session';
import { untilHandled } from '../../testing/handled-events';
import { orderOf, untilDone, untilOrder } from '../../testing/orders';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { recordStripeCalls } from '../../testing/stripe-calls';
import { until } from '../../testing/until';
import { orders, webhookEvents } from '../database/schema/tables';
import { Deployment } from '../deployment/deployment';
import { SweepService } from '../order/reconciliation/sweep.service';
import { OrderSyncService } from '../order/sync/order-sync.service';

const TOKEN = 'a-token-for-the-tests';

describe.each(usualEngines)('payments of another deployment, on the %s database', (engine) => {
  let api: TestApi;
  const error = jest.spyOn(Logger.prototype, 'error');
  const warn = jest.spyOn(Logger.prototype, 'warn');
  beforeAll(async () => {
    api = await startTestApi(engine, { api: { METRICS_TOKEN: TOKEN } });
  }, 60_000);
  beforeEach(() => {
    error.mockClear();
    warn.mockClear();
  });
  afterEach(() => api.sandbox.reset());
  afterAll(() => api?.stop());

  const deliver = async (event: { id: string }) => {
    expect((await deliverTo(api.url, event)).status).toBe(200);
    return until(
      () => eventsAbout([event.id]),
      ([stored]) => stored?.handledAt != null,
    );
  };
  const eventsAbout = (ids: string[]) =>
    api.database.queries
      .select()
      .from(webhookEvents)
      .where(or(inArray(webhookEvents.id, ids), inArray(webhookEvents.subjectId, ids)));
  const sweep = () => api.app.get(SweepService, { strict: false }).sweep();
  const sync = (id: string) => api.app.get(OrderSyncService, { strict: false }).sync(id, 'sweep');
  /** A paid session of which the API has heard nothing. */
  async function paidSilently(): Promise<{ session: string; payment: string }> {
    await api.sandbox.settings({ waitForWebhook: false });
    await api.sandbox.switches({ drop: true });
    const { id } = await createInOtherDeployment(api, 'staging');
    await api.sandbox.complete(id);
    return { session: id, payment: await paymentOf(api, id) };
  }
  async function expectSilence(): Promise<void> {
    const lines = [...error.mock.calls, ...warn.mock.calls].map(([fields]) => fields as object);
    expect(lines.filter((fields) => 'alert' in fields || 'retryCount' in fields)).toEqual([]);
    const metrics = await fetch(`${api.url}/api/metrics`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    const counted = (await metrics.text()).match(/^paid_\w+_total.*$/gm) ?? [];
    expect(counted.filter((line) => !line.endsWith(' 0'))).toEqual([]);
  }

  it('are told apart by the id that session, payment and subscription name', async () => {
    const { id } = api.app.get(Deployment, { strict: false });
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    const session = sessionIdOf((await new Shopper(api).checkout()).body.url);
    await api.sandbox.complete(session);
    const paid = await api.stripe.checkout.sessions.retrieve(session, {
      expand: ['payment_intent'],
    });
    expect(paid.metadata).toMatchObject({ deployment_id: id });
    expect(paid.payment_intent).toMatchObject({ metadata: { deployment_id: id } });

    const product = await api.stripe.products.create({ name: 'A club' });
    const price = await api.stripe.prices.create({
      product: product.id,
      currency: 'usd',
      unit_amount: 1000,
      recurring: { interval: 'month' },
    });
    const items = [{ priceId: price.id, quantity: 1 }];
    const renewing = sessionIdOf((await new Shopper(api).checkout({ items })).body.url);
    await api.sandbox.complete(renewing);
    const { subscription } = await api.stripe.checkout.sessions.retrieve(renewing, {
      expand: ['subscription'],
    });
    expect(subscription).toMatchObject({ metadata: { deployment_id: id } });
  });

  it('that are paid, refunded, disputed or abandoned cause no call, no alert and no retry', async () => {
    const calls = recordStripeCalls(api);
    const { id } = await createInOtherDeployment(api, 'staging');
    await api.sandbox.complete(id);
    const payment = await paymentOf(api, id);
    await api.sandbox.call('POST', `sessions/${id}/refund`, { amount: 100 });
    await api.sandbox.call('POST', `sessions/${id}/dispute`, {});
    const abandoned = await createInOtherDeployment(api, 'staging');
    await api.stripe.checkout.sessions.expire(abandoned.id);
    const events = await until(
      () => eventsAbout([id, payment, abandoned.id]),
      (rows) => rows.length >= 6 && rows.every(({ handledAt }) => handledAt),
    );
    expect(new Set(events.map(({ outcome }) => outcome))).toEqual(new Set(['other_deployment']));
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        'checkout.session.completed',
        'checkout.session.expired',
        'charge.refunded',
        'refund.created',
        'charge.dispute.created',
      ]),
    );
    await untilHandled(api);
    for (const about of [id, payment, abandoned.id]) expect(calls.about(about)).toEqual([]);
    calls.stop();
    await expectSilence();
  });

  it('of which only a refund is heard cost one call of Stripe, whatever comes later', async () => {
    const { session, payment } = await paidSilently();
    const calls = recordStripeCalls(api);
    const about = (type: string, id: string) =>
      eventAbout('', { type, data: { object: { id, payment_intent: payment } } });
    expect(await deliver(about('refund.created', 're_1'))).toMatchObject([
      { outcome: 'other_deployment' },
    ]);
    expect(calls.about(payment)).toHaveLength(1);
    const ofSession = calls.about(session).length;
    await deliver(about('refund.updated', 're_1'));
    await deliver(about('charge.dispute.created', 'dp_1'));
    expect(await deliver(eventAbout(session))).toMatchObject([{ outcome: 'other_deployment' }]);
    expect(calls.about(payment)).toHaveLength(1);
    expect(calls.about(session)).toHaveLength(ofSession);
    calls.stop();
    await expectSilence();
  });

  it('of which thin events tell cost one call of Stripe for each object', async () => {
    const { session, payment } = await paidSilently();
    const refund = await api.stripe.refunds.create({ payment_intent: payment, amount: 100 });
    const calls = recordStripeCalls(api);
    for (let turn = 0; turn < 2; turn += 1) {
      for (const [type, id] of [
        ['v1.checkout.session.completed', session],
        ['v1.refund.created', refund.id],
      ] as const) {
        const [event] = await deliver(thinEventAbout(type, id));
        expect(event?.outcome).toBe('other_deployment');
      }
    }
    expect(calls.about(`/v1/checkout/sessions/${session}`)).toHaveLength(1);
    expect(calls.about(`/v1/refunds/${refund.id}`)).toHaveLength(1);
    expect(calls.about(`payment_intent=${payment}`)).toEqual([]);
    calls.stop();
    await expectSilence();
  });

  it('that Stripe lists are stored without a job', async () => {
    const { session } = await paidSilently();
    const calls = recordStripeCalls(api);
    // The sweep of the minute may be reading the same list: one of the two goes on.
    const [event] = await until(
      () => sweep().then(() => eventsAbout([session])),
      (rows) => rows.length > 0,
    );
    expect(event).toMatchObject({ outcome: 'other_deployment', deliveredAt: null });
    await untilHandled(api);
    expect(calls.about(session)).toEqual([]);
    calls.stop();
    await api.database.queries
      .update(webhookEvents)
      .set({ listedAt: sql`${webhookEvents.listedAt} - interval '20 minutes'` });
    await sweep();
    await expectSilence();
  });

  it('are unknown to the confirmation, like any made-up session', async () => {
    const { session } = await paidSilently();
    await deliver(eventAbout(session));
    const calls = recordStripeCalls(api);
    const [foreign, unknown] = await Promise.all(
      [session, 'cs_test_a1madeup'].map((id) => new Shopper(api).confirmation(id)),
    );
    expect(foreign).toMatchObject({ status: 404, body: { code: 'ORDER_NOT_FOUND' } });
    expect({ ...foreign?.body, requestId: '' }).toEqual({ ...unknown?.body, requestId: '' });
    expect([...calls.about(session), ...calls.about('madeup')]).toEqual([]);
    calls.stop();
  });

  it('do not include those of an old order, which names no deployment', async () => {
    const session = sessionIdOf((await new Shopper(api).checkout()).body.url);
    await api.stripe.checkout.sessions.update(session, { metadata: { deployment_id: '' } });
    await api.database.queries
      .update(orders)
      .set({ deploymentId: null })
      .where(eq(orders.stripeSessionId, session));
    await api.sandbox.complete(session);
    const order = await untilOrder(api, session, ({ status }) => status === 'paid');
    await untilDone(api, order.id, ['confirmation_mail']);
    await api.sandbox.call('POST', `sessions/${session}/refund`, { amount: 100 });
    await untilOrder(api, session, ({ refundedMinor }) => refundedMinor === 100);
  });

  it('include the orders in a copy of that deployment’s database', async () => {
    const session = sessionIdOf((await new Shopper(api).checkout()).body.url);
    await api.database.queries
      .update(orders)
      .set({
        deploymentId: 'copied-from',
        createdAt: sql`now() - interval '1 hour'`,
        readAt: null,
        checkedAt: null,
      })
      .where(eq(orders.stripeSessionId, session));
    const calls = recordStripeCalls(api);
    expect(await sync(session)).toBe('other_deployment');
    await sweep();
    expect(calls.about(session)).toEqual([]);
    calls.stop();
    expect((await orderOf(api, session)).readAt).toBeNull();
  });

  it('come back when they were taken for another deployment’s by a wrong DEPLOYMENT_ID', async () => {
    const deployment = api.app.get<{ id: string }>(Deployment, { strict: false });
    const { session } = await paidSilently();
    await deliver(eventAbout(session));
    expect(await sync(session)).toBe('other_deployment');
    const right = deployment.id;
    deployment.id = 'staging';
    try {
      // Its order is in no database, so there is nothing to find; but it is looked for.
      expect(await sync(session)).toBe('order_missing');
    } finally {
      deployment.id = right;
    }
  });
});
