import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eq } from 'drizzle-orm';
import { usualEngines } from '../../testing/engines';
import { orderOf, untilOrder } from '../../testing/orders';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi, WEBHOOK_SECRET } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { until } from '../../testing/until';
import { reconciliation } from '../database/schema/reconciliation-tables';
import { orderTransitions, webhookEvents } from '../database/schema/tables';
import { SweepService } from '../order/reconciliation/sweep.service';

const MINUTE_MS = 60 * 1000;

describe.each(usualEngines)('events that Stripe failed to make, on the %s database', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(engine);
    const { id } = await api.stripe.v2.core.eventDestinations.create({
      name: 'health',
      type: 'webhook_endpoint',
      event_payload: 'thin',
      enabled_events: ['v2.core.health.event_generation_failure.resolved'],
      webhook_endpoint: { url: `${api.url}/api/webhooks/stripe` },
    });
    const secret = { secret: WEBHOOK_SECRET, overlapMs: 0 };
    await api.sandbox.call('POST', `endpoints/${id}/roll-secret`, secret);
  }, 60_000);
  beforeEach(async () => {
    await api.sandbox.settings({ waitForWebhook: false });
    const [endpoint] = (await api.stripe.webhookEndpoints.list()).data;
    await api.sandbox.call('PUT', `endpoints/${endpoint?.id}/switches`, { drop: true });
  });
  afterEach(() => api.sandbox.reset());
  afterAll(() => api?.stop());

  const sweep = () => api.app.get(SweepService, { strict: false }).sweep();
  const checkOut = async () => sessionIdOf((await new Shopper(api).checkout()).body.url);
  const tell = async (body: object) => {
    const { id } = (await api.sandbox.call('POST', 'health-event', body)) as { id: string };
    return id;
  };
  const handled = (id: string) =>
    until(
      () => api.database.queries.select().from(webhookEvents).where(eq(webhookEvents.id, id)),
      ([event]) => event?.handledAt != null,
    );
  const reachedAt = async () => {
    const rows = await api.database.queries
      .select()
      .from(reconciliation)
      .where(eq(reconciliation.name, 'events'));
    return rows[0]?.reachedAt ?? new Date(0);
  };

  it('are made up for by reading what they would have been about', async () => {
    const id = await checkOut();
    await api.sandbox.complete(id);
    const told = await tell({ eventType: 'checkout.session.completed', relatedObjectIds: [id] });
    const { id: orderId } = await untilOrder(api, id, ({ status }) => status === 'paid');
    const [moved] = await api.database.queries
      .select()
      .from(orderTransitions)
      .where(eq(orderTransitions.orderId, orderId));
    expect(moved?.cause).toBe(`webhook ${told}`);
    expect(await handled(told)).toMatchObject([{ outcome: 'synced' }]);
  });

  it.each([
    ['charge.refunded', 'refund'],
    ['refund.created', 'refund'],
    ['charge.dispute.created', 'dispute'],
  ])('are made up for where they are %s', async (eventType, what) => {
    const id = await checkOut();
    await api.sandbox.complete(id);
    await sweep();
    await untilOrder(api, id, ({ status }) => status === 'paid');
    const object = (await api.sandbox.call('POST', `sessions/${id}/${what}`, {})) as {
      id: string;
      charge: string;
    };
    const about = eventType === 'charge.refunded' ? object.charge : object.id;
    await handled(await tell({ eventType, relatedObjectIds: [about] }));
    const { refundedMinor, disputedAt } = await orderOf(api, id);
    expect(what === 'refund' ? refundedMinor : disputedAt).toBeTruthy();
  });

  it('have others come late: the list is read again from when it began', async () => {
    const id = await checkOut();
    await sweep();
    await api.sandbox.call('POST', 'clock', { offsetMs: -90 * MINUTE_MS });
    await api.sandbox.complete(id);
    await api.sandbox.call('POST', 'clock', { offsetMs: 0 });
    await sweep();
    expect((await orderOf(api, id)).status).toBe('pending');
    const startedAt = new Date(Date.now() - 100 * MINUTE_MS);
    await handled(await tell({ eventType: 'product.created', startedAt: startedAt.toISOString() }));
    expect(await reachedAt()).toEqual(startedAt);
    await sweep();
    await untilOrder(api, id, ({ status }) => status === 'paid');
  });

  it.each([
    [{ eventType: 'product.created', relatedObjectIds: ['my prod'] }, 'reread'],
    [{ eventType: 'refund.created', relatedObjectIds: ['re_1NobodyKnowsIt'] }, 'reread'],
    [{ eventType: 'a.type.of.tomorrow', relatedObjectIds: ['x'] }, 'reread'],
  ])('are handled where they are not ours: %j', async (body, outcome) => {
    expect(await handled(await tell(body))).toMatchObject([{ outcome }]);
  });

  it('are read again after Stripe did not answer', async () => {
    await api.sandbox.faults({ status: 500, path: '/v2/core/events', times: 2 });
    const id = await checkOut();
    await api.sandbox.complete(id);
    await tell({ eventType: 'checkout.session.completed', relatedObjectIds: [id] });
    await untilOrder(api, id, ({ status }) => status === 'paid');
  });
});
