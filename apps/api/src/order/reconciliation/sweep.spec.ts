import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eq, sql } from 'drizzle-orm';
import { engines } from '../../../testing/engines';
import { orderOf, untilDone, untilOrder } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { until } from '../../../testing/until';
import { orders } from '../../database/schema/tables';
import { SweepService } from './sweep.service';

describe.each(engines)('the sweep, on the %s database', (engine) => {
  let api: TestApi;
  let everyMinute: () => void;
  beforeAll(async () => {
    const intervals = jest.spyOn(globalThis, 'setInterval');
    api = await startTestApi(engine);
    const ofAMinute = intervals.mock.calls.filter(([, ms]) => ms === 60_000);
    everyMinute = () => ofAMinute.forEach(([work]) => work());
    intervals.mockRestore();
  }, 60_000);
  afterAll(() => api?.stop());
  afterEach(() => api.sandbox.reset());

  const sweep = () => api.app.get(SweepService, { strict: false }).sweep();
  const age = (id: string, minutes: number) =>
    api.database.queries
      .update(orders)
      .set({ createdAt: sql`now() - ${minutes} * interval '1 minute'`, checkedAt: null })
      .where(eq(orders.stripeSessionId, id));

  it('takes in the events that Stripe could not deliver', async () => {
    await api.sandbox.settings({ waitForWebhook: false });
    await api.sandbox.switches({ drop: true });
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    await api.sandbox.complete(id);
    expect((await orderOf(api, id)).status).toBe('pending');
    await sweep();
    const order = await untilOrder(api, id, ({ status }) => status === 'paid');
    await untilDone(api, order.id, ['confirmation_mail']);
  });

  it('reads the session of an order that has waited too long, whatever became of its events', async () => {
    const endpoints = await api.stripe.webhookEndpoints.list();
    for (const { id } of endpoints.data) {
      await api.stripe.webhookEndpoints.update(id, { enabled_events: ['product.created'] });
    }
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    await api.sandbox.complete(id);
    await sweep();
    expect((await orderOf(api, id)).status).toBe('pending');
    await age(id, 3);
    await sweep();
    expect((await orderOf(api, id)).status).toBe('paid');
    for (const { id: endpoint } of endpoints.data) {
      await api.stripe.webhookEndpoints.update(endpoint, { enabled_events: ['*'] });
    }
  });

  it('gives up an order that never got a session', async () => {
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    const { id: orderId } = await orderOf(api, id);
    await age(id, 120);
    await api.database.queries
      .update(orders)
      .set({ stripeSessionId: null })
      .where(eq(orders.id, orderId));
    await sweep();
    const [order] = await api.database.queries.select().from(orders).where(eq(orders.id, orderId));
    expect(order?.status).toBe('expired');
  });

  it('is asked for once a minute, by however many processes', async () => {
    const minutes = async () => {
      const { rows } = await api.database.queries.execute(
        sql`select singleton_on from pgboss.job where name = 'order.sweep' and singleton_on is not null`,
      );
      return rows.length;
    };
    const ask = () => {
      for (let process = 1; process <= 5; process += 1) everyMinute();
      return minutes();
    };
    expect(await minutes()).toBe(0);
    // None while one waits already; two, where a minute ends in between.
    expect(await until(ask, (count) => count > 0)).toBeLessThanOrEqual(2);
  });
});
