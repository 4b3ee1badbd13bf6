import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eq, sql } from 'drizzle-orm';
import { engines } from '../../../testing/engines';
import { orderOf, untilDone, untilOrder } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { until } from '../../../testing/until';
import { reconciliation } from '../../database/schema/reconciliation-tables';
import { orders } from '../../database/schema/tables';
import { DueOrdersRepository } from './due-orders.repository';
import { SweepService } from './sweep.service';

const DAY_MS = 24 * 60 * 60 * 1000;

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
    await api.sandbox.settings({ waitForWebhook: false });
    await api.sandbox.switches({ drop: true });
    await api.sandbox.faults({ missingPermissions: ['rak_event_read'] });
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    await api.sandbox.complete(id);
    await sweep();
    expect((await orderOf(api, id)).status).toBe('pending');
    await age(id, 3);
    await sweep();
    // The sweep of the minute may have claimed the turn first.
    await untilOrder(api, id, ({ status }) => status === 'paid');
  });

  describe('although the endpoint is not told', () => {
    const endpointId = async () => (await api.stripe.webhookEndpoints.list()).data[0]?.id ?? '';
    async function bought(): Promise<string> {
      const id = sessionIdOf((await new Shopper(api).checkout()).body.url);
      await api.sandbox.complete(id);
      const order = await untilOrder(api, id, ({ status }) => status === 'paid');
      await untilDone(api, order.id, ['confirmation_mail']);
      return id;
    }
    const whileDisabled = async (happens: () => Promise<unknown>) => {
      const endpoint = await endpointId();
      await api.stripe.webhookEndpoints.update(endpoint, { disabled: true });
      try {
        await happens();
      } finally {
        await api.stripe.webhookEndpoints.update(endpoint, { disabled: false });
      }
    };
    const refund = (id: string) => api.sandbox.call('POST', `sessions/${id}/refund`, {});
    const stateOf = async (id: string) => (await new Shopper(api).confirmation(id)).body.state;

    it('tells of a refund that was made while it was disabled', async () => {
      const id = await bought();
      await whileDisabled(() => refund(id));
      expect(await stateOf(id)).toBe('confirmed');
      await sweep();
      const order = await untilOrder(api, id, ({ refundedMinor }) => refundedMinor === 2400);
      expect(await stateOf(id)).toBe('refunded');
      const { id: refundId } = order.refunds[0] ?? {};
      await untilDone(api, order.id, ['confirmation_mail', `refund_mail:${refundId}`]);
    });

    it('knows of a dispute that was opened while it lacked the event', async () => {
      const id = await bought();
      const endpoint = await endpointId();
      await api.stripe.webhookEndpoints.update(endpoint, { enabled_events: ['product.created'] });
      await api.sandbox.call('POST', `sessions/${id}/dispute`, {});
      await api.stripe.webhookEndpoints.update(endpoint, { enabled_events: ['*'] });
      await sweep();
      await untilOrder(api, id, ({ disputedAt }) => disputedAt !== null);
      expect(await stateOf(id)).toBe('disputed');
    });

    it('finds refunds and disputes also when the key may not list events', async () => {
      const [refunded, disputed] = [await bought(), await bought()];
      await whileDisabled(async () => {
        await refund(refunded);
        await api.sandbox.call('POST', `sessions/${disputed}/dispute`, { status: 'lost' });
      });
      await api.sandbox.faults({ missingPermissions: ['rak_event_read'] });
      await sweep();
      expect(await stateOf(refunded)).toBe('refunded');
      expect(await stateOf(disputed)).toBe('dispute_lost');
    });

    it('continues after a long outage where it stopped', async () => {
      const id = await bought();
      await sweep();
      await api.database.queries.update(reconciliation).set({
        reachedAt: new Date(Date.now() - 20 * DAY_MS),
      });
      await api.sandbox.call('POST', 'clock', { offsetMs: -19 * DAY_MS });
      await whileDisabled(() => refund(id));
      await api.sandbox.call('POST', 'clock', { offsetMs: 0 });
      await sweep();
      await untilOrder(api, id, ({ refundedMinor }) => refundedMinor === 2400);
      const positions = await api.database.queries.select().from(reconciliation);
      const ages = positions.map(({ reachedAt }) => Date.now() - reachedAt.getTime());
      expect(positions.map(({ name }) => name).sort()).toEqual(['disputes', 'events', 'refunds']);
      expect(Math.max(...ages)).toBeLessThan(60_000);
    }, 60_000);
  });

  it('keeps the turn of an order whose reading failed', async () => {
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    await age(id, 7 * 24 * 60 - 60);
    await api.sandbox.faults({ status: 500, path: '/v1/checkout/sessions' });
    await sweep();
    const failed = await orderOf(api, id);
    expect(failed).toMatchObject({ readAt: null, checkedAt: expect.any(Date) });
    await api.sandbox.faults({});
    await api.database.queries
      .update(orders)
      .set({ checkedAt: sql`now() - interval '2 minutes'` })
      .where(eq(orders.id, failed.id));
    await sweep();
    // The sweep of the minute may be reading it.
    await untilOrder(api, id, ({ readAt }) => readAt !== null);
  });

  it('reads a bank debit of three days every hour', async () => {
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    await api.sandbox.call('POST', `sessions/${id}/complete`, {
      name: 'Jenny Rosen',
      email: 'jenny.rosen@example.com',
      method: 'us_bank_account',
    });
    const { id: orderId } = await untilOrder(api, id, ({ status }) => status === 'processing');
    const readAgo = (minutes: number) =>
      api.database.queries
        .update(orders)
        .set({
          createdAt: sql`now() - interval '3 days'`,
          readAt: sql`now() - ${minutes} * interval '1 minute'`,
          checkedAt: sql`now() - ${minutes} * interval '1 minute'`,
        })
        .where(eq(orders.id, orderId));
    const due = async () => {
      const rows = await api.app.get(DueOrdersRepository, { strict: false }).find(100, new Date());
      return rows.some(({ id: found }) => found === orderId);
    };
    await readAgo(55);
    expect(await due()).toBe(false);
    await readAgo(65);
    expect(await due()).toBe(true);
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

  it('makes way for the next one when its process has died', async () => {
    const states = async () => {
      const { rows } = await api.database.queries.execute(
        sql`select state from pgboss.job where name = 'order.sweep' order by created_on`,
      );
      return rows.map(({ state }) => state);
    };
    await until(states, (all) => all.every((state) => state === 'completed'));
    await api.database.queries.execute(sql`update pgboss.job
      set state = 'active', completed_on = null, heartbeat_on = now() - interval '1 minute'
      where id = (select id from pgboss.job where name = 'order.sweep' limit 1)`);
    await until(states, (all) => all.includes('failed') && !all.includes('active'));
  });
});
