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
import { sql } from 'drizzle-orm';
import { startChangedStripe } from '../../testing/changed-stripe';
import type { ChangedStripe } from '../../testing/changed-stripe';
import { deliverTo, eventAbout } from '../../testing/deliver-event';
import { usualEngines } from '../../testing/engines';
import { orderOf, untilDone, untilOrder } from '../../testing/orders';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { until } from '../../testing/until';
import type { OrderRow } from '../database/schema/tables';
import { JobQueue } from '../jobs/job-queue';
import { SweepService } from '../order/reconciliation/sweep.service';

describe.each(usualEngines)('a failure that no retry mends, on the %s database', (engine) => {
  const error = jest.spyOn(Logger.prototype, 'error');
  let api: TestApi;
  let stripe: ChangedStripe;
  beforeAll(async () => {
    api = await startTestApi(engine, {
      between: async (sandboxUrl) => (stripe = await startChangedStripe(sandboxUrl)),
    });
    // Nothing but the spec delivers events.
    await api.sandbox.settings({ waitForWebhook: false });
    await api.sandbox.switches({ drop: true });
    await api.sandbox.faults({ missingPermissions: ['rak_event_read'] });
  }, 60_000);
  afterAll(() => api?.stop());
  beforeEach(() => void error.mockClear());
  afterEach(async () => {
    stripe.readingRefusal = undefined;
    await mendDatabase();
    await until(
      () => jobs('webhook.event'),
      (found) => found.every(({ state }) => state === 'failed'),
    );
  });

  const query = async <Row>(text: string) =>
    (await api.database.queries.execute(sql.raw(text))).rows as Row[];
  const alerts = () =>
    error.mock.calls
      .map(([fields]) => fields as object)
      .filter((fields) => 'orderNumber' in fields || 'stripeEventId' in fields);
  const jobs = (queue: string) =>
    query<{ state: string; tries: number }>(
      `select state, retry_count as tries from pgboss.job where name = '${queue}' and state <> 'completed'`,
    );
  const waiting = async () => (await jobs('webhook.event.dead')).length;
  const retryDead = () => api.app.get(JobQueue, { strict: false }).retryDead();
  const sweep = () => api.app.get(SweepService, { strict: false }).sweep();

  async function paid(): Promise<OrderRow> {
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    await api.sandbox.complete(id);
    return orderOf(api, id);
  }
  const sessionOf = ({ stripeSessionId }: OrderRow) => stripeSessionId ?? '';
  const deliver = async (order: OrderRow) =>
    expect((await deliverTo(api.url, eventAbout(sessionOf(order)))).status).toBe(200);

  /** @param times how many updates of orders fail */
  async function breakDatabase(sqlState: string, times = 1_000_000): Promise<void> {
    await query('create sequence tries');
    await query(`create function refuse() returns trigger language plpgsql as $$ begin
      if new.version <> old.version and nextval('tries') <= ${times} then
        raise exception 'refused' using errcode = '${sqlState}';
      end if;
      return new;
    end $$`);
    await query(
      'create trigger refuse before update on orders for each row execute function refuse()',
    );
  }
  async function mendDatabase(): Promise<void> {
    await query('drop trigger if exists refuse on orders');
    await query('drop function if exists refuse');
    await query('drop sequence if exists tries');
  }

  it('of the database is told once for an order, not tried again, and made good by a person', async () => {
    const order = await paid();
    await breakDatabase('22021');
    for (let copies = 0; copies < 3; copies += 1) await deliver(order);
    await until(waiting, (count) => count === 3);
    expect(alerts()).toEqual([
      expect.objectContaining({
        alert: true,
        orderNumber: order.number,
        code: '22021',
        reason: expect.stringContaining('npm run orders -- retry-dead'),
      }),
    ]);
    const failed = await jobs('webhook.event');
    expect(failed).toEqual(Array(3).fill({ state: 'failed', tries: 0 }));

    await mendDatabase();
    expect(await retryDead()).toBe(3);
    const paidOrder = await untilOrder(api, sessionOf(order), ({ status }) => status === 'paid');
    await untilDone(api, order.id, ['confirmation_mail']);
    expect(paidOrder.syncFailure).toBeNull();
  });

  it('is told again when it comes back after a reading that succeeded', async () => {
    const order = await paid();
    await breakDatabase('22003');
    await deliver(order);
    await until(waiting, (count) => count === 1);
    await mendDatabase();
    await retryDead();
    await untilOrder(
      api,
      sessionOf(order),
      ({ syncFailure, status }) => status === 'paid' && !syncFailure,
    );
    await breakDatabase('22003');
    await api.sandbox.call('POST', `sessions/${sessionOf(order)}/refund`, {});
    const { stripePaymentIntentId } = await orderOf(api, sessionOf(order));
    const charge = { id: 'ch_1', object: 'charge', payment_intent: stripePaymentIntentId };
    await deliverTo(
      api.url,
      eventAbout(sessionOf(order), { type: 'charge.refunded', data: { object: charge } }),
    );
    await until(waiting, (count) => count === 1);
    expect(alerts()).toHaveLength(2);
    await mendDatabase();
    await retryDead();
    await until(waiting, (count) => count === 0);
  });

  it.each([
    ['once', 1, 0],
    ['twice', 2, 1],
  ])(
    'is looked for with one further try when a constraint is broken %s',
    async (_, times, told) => {
      const order = await paid();
      await breakDatabase('23505', times);
      await deliver(order);
      if (told) await until(waiting, (count) => count === 1);
      else await untilOrder(api, sessionOf(order), ({ status }) => status === 'paid');
      expect(alerts()).toHaveLength(told);
      await mendDatabase();
      await retryDead();
      await untilOrder(api, sessionOf(order), ({ status }) => status === 'paid');
    },
  );

  it.each([
    [
      400,
      { type: 'invalid_request_error', param: 'expand', message: 'secret words' },
      'stripe_400',
    ],
    [
      401,
      { type: 'invalid_request_error', code: 'api_key_expired', message: 'sk_test' },
      'api_key_expired',
    ],
    [
      403,
      { type: 'invalid_request_error', message: 'needs rak_checkout_session_read' },
      'stripe_403',
    ],
  ])('of Stripe with %i is told once and not tried again', async (status, refusal, code) => {
    const order = await paid();
    stripe.readingRefusal = { status, error: refusal };
    await deliver(order);
    await deliver(order);
    await until(waiting, (count) => count === 2);
    expect(alerts()).toEqual([
      expect.objectContaining({
        orderNumber: order.number,
        code,
        reason: expect.stringMatching(/Stripe .*: /),
      }),
    ]);
    stripe.readingRefusal = undefined;
    await retryDead();
    await untilOrder(api, sessionOf(order), ({ status: now }) => now === 'paid');
  });

  it('names the event while no order is known', async () => {
    const event = eventAbout('cs_test_of_nobody');
    stripe.readingRefusal = {
      status: 400,
      error: { type: 'invalid_request_error', message: 'no' },
    };
    await deliverTo(api.url, event);
    await until(waiting, (count) => count === 1);
    expect(alerts()).toEqual([
      expect.objectContaining({ stripeEventId: event.id, code: 'stripe_400' }),
    ]);
    stripe.readingRefusal = undefined;
    await retryDead();
    await until(waiting, (count) => count === 0);
  });

  it.each([429, 500])('is not what Stripe’s %i is: that is tried again', async (status) => {
    const order = await paid();
    stripe.readingRefusal = { status, error: { type: 'api_error', message: 'later' } };
    await deliver(order);
    await until(
      () => jobs('webhook.event'),
      (found) => found.some(({ state, tries }) => tries >= 1 && state !== 'failed'),
    );
    stripe.readingRefusal = undefined;
    await untilOrder(api, sessionOf(order), ({ status: now }) => now === 'paid');
    expect(alerts()).toEqual([]);
  });

  it('is told once by the sweeps, which go on with the other orders', async () => {
    const order = await paid();
    const age = () =>
      query(`update orders set checked_at = null, created_at = now() - interval '5 minutes', read_at = null
        where id = '${order.id}'`);
    await breakDatabase('22021');
    await age();
    await sweep();
    await age();
    await sweep();
    expect(alerts()).toEqual([
      expect.objectContaining({ orderNumber: order.number, code: '22021' }),
    ]);
    // Within the hour it is not read again.
    await query(
      `update orders set checked_at = now() - interval '50 minutes' where id = '${order.id}'`,
    );
    await mendDatabase();
    await sweep();
    expect((await orderOf(api, sessionOf(order))).status).toBe('pending');
    await query(
      `update orders set checked_at = now() - interval '61 minutes' where id = '${order.id}'`,
    );
    await sweep();
    await untilOrder(api, sessionOf(order), ({ status }) => status === 'paid');
  });

  it('that meets every order, a refused key, ends the sweep and is told once', async () => {
    const [first, second] = [await paid(), await paid()];
    await query(`update orders set checked_at = null, created_at = now() - interval '5 minutes',
      read_at = null where id in ('${first.id}', '${second.id}')`);
    stripe.readingRefusal = {
      status: 401,
      error: { type: 'invalid_request_error', message: 'no' },
    };
    await sweep();
    await query('update orders set checked_at = null');
    await sweep();
    expect(alerts()).toEqual([
      expect.objectContaining({
        code: 'stripe_401',
        reason: expect.stringContaining('STRIPE_SECRET_KEY'),
      }),
    ]);
    stripe.readingRefusal = undefined;
    await query('update orders set checked_at = null');
    await sweep();
    for (const order of [first, second])
      await untilOrder(api, sessionOf(order), ({ status }) => status === 'paid');
  });
});
