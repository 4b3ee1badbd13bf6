import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eq } from 'drizzle-orm';
import { deliverTo, eventAbout, thinEventAbout } from '../../testing/deliver-event';
import { usualEngines } from '../../testing/engines';
import { stepsOf, untilDone, untilOrder } from '../../testing/orders';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi, WEBHOOK_SECRET } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { until, untilTaken } from '../../testing/until';
import { orderTransitions, webhookEvents } from '../database/schema/tables';
import { retrieveEvent } from './retrieve-event';

describe.each(usualEngines)('thin events, on the %s database', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(engine);
  }, 60_000);
  beforeEach(() => api.sandbox.settings({ waitForWebhook: false }));
  afterEach(async () => {
    await api.sandbox.reset();
    const { eventDestinations } = api.stripe.v2.core;
    for (const { id } of (await eventDestinations.list()).data) await eventDestinations.del(id);
  });
  afterAll(() => api?.stop());

  const deliver = (event: object) => deliverTo(api.url, event);
  const stored = async (id: string) => {
    const rows = await api.database.queries
      .select()
      .from(webhookEvents)
      .where(eq(webhookEvents.id, id));
    return rows[0];
  };
  const handled = (id: string) =>
    until(
      () => stored(id),
      (event) => event?.handledAt != null,
    );
  const checkOut = async () => sessionIdOf((await new Shopper(api).checkout()).body.url);
  /** A paid session of which the API has heard nothing. */
  async function paySilently(): Promise<string> {
    await api.sandbox.switches({ drop: true });
    const id = await checkOut();
    await api.sandbox.complete(id);
    return id;
  }
  /** Stripe sends thin events itself, of these types; snapshots too or not at all. */
  async function sendThin(types: string[], { snapshots }: { snapshots: boolean }): Promise<void> {
    await api.sandbox.switches({ drop: !snapshots });
    const { id } = await api.stripe.v2.core.eventDestinations.create({
      name: 'thin',
      type: 'webhook_endpoint',
      event_payload: 'thin',
      enabled_events: types,
      webhook_endpoint: { url: `${api.url}/api/webhooks/stripe` },
    });
    await api.sandbox.call('POST', `endpoints/${id}/roll-secret`, {
      secret: WEBHOOK_SECRET,
      overlapMs: 0,
    });
  }
  async function expectFulfilledOnce(sessionId: string): Promise<void> {
    const order = await untilOrder(api, sessionId, ({ status }) => status === 'paid');
    await untilDone(api, order.id, ['confirmation_mail']);
    expect(await stepsOf(api, order.id)).toHaveLength(1);
    const moves = await api.database.queries
      .select()
      .from(orderTransitions)
      .where(eq(orderTransitions.orderId, order.id));
    expect(moves.map(({ toStatus }) => toStatus)).toEqual(['paid']);
    expect((await api.mails()).filter((mail) => mail.includes(order.number))).toHaveLength(1);
  }

  it('pay an order alone', async () => {
    const id = await paySilently();
    const thin = thinEventAbout('v1.checkout.session.completed', id);
    expect(await deliver(thin)).toMatchObject({ status: 200, text: '' });
    await expectFulfilledOnce(id);
    expect(await handled(thin.id)).toMatchObject({ outcome: 'synced', objectId: id });
  });

  it.each(['the thin one first', 'the snapshot first'])(
    'fulfil once together with their snapshot twin, %s',
    async (order) => {
      const id = await paySilently();
      const snapshot = eventAbout(id);
      const thin = thinEventAbout('v1.checkout.session.completed', id, snapshot.id);
      const both = order === 'the thin one first' ? [thin, snapshot] : [snapshot, thin];
      for (const event of both) expect((await deliver(event)).status).toBe(200);
      await handled(snapshot.id);
      await expectFulfilledOnce(id);
      expect((await stored(snapshot.id))?.type).toBe(both[0]?.type);
      expect(await stored(thin.id)).toBeUndefined();
    },
  );

  it('fulfil once, however many copies of both come at the same moment', async () => {
    const id = await paySilently();
    const snapshot = eventAbout(id);
    const thin = thinEventAbout('v1.checkout.session.completed', id, snapshot.id);
    const events = Array.from({ length: 20 }, (_, index) => (index % 2 ? thin : snapshot));
    const answers = await Promise.all(events.map((event) => untilTaken(() => deliver(event))));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await handled(snapshot.id);
    await expectFulfilledOnce(id);
  });

  it.each([
    ['alone', false],
    ['beside snapshots', true],
  ])('are what Stripe sends (%s): paid, refunded, disputed', async (_what, snapshots) => {
    await sendThin(['v1.*'], { snapshots });
    const id = await checkOut();
    await api.sandbox.complete(id);
    await expectFulfilledOnce(id);
    await api.sandbox.call('POST', `sessions/${id}/refund`, { amount: 100 });
    await untilOrder(api, id, ({ refundedMinor }) => refundedMinor === 100);
    await api.sandbox.call('POST', `sessions/${id}/dispute`, {});
    await untilOrder(api, id, ({ disputedAt }) => disputedAt !== null);
  });

  it.each([
    ['v1.charge.refunded', 'refund'],
    ['v1.refund.created', 'refund'],
    ['v1.charge.dispute.created', 'dispute'],
  ])('of the type %s need no other one to be acted upon', async (type, what) => {
    const id = await checkOut();
    await api.sandbox.complete(id);
    await untilOrder(api, id, ({ status }) => status === 'paid');
    await sendThin([type], { snapshots: false });
    await api.sandbox.call('POST', `sessions/${id}/${what}`, {});
    await untilOrder(api, id, ({ refundedMinor, disputedAt }) =>
      what === 'refund' ? refundedMinor > 0 : disputedAt !== null,
    );
  });

  it.each(['v1.refund.created', 'v1.charge.refunded', 'v1.charge.dispute.closed'])(
    'of the type %s are not ours when Stripe does not know their object',
    async (type) => {
      const thin = thinEventAbout(type, 'xy_1NobodyKnowsThisObject');
      expect((await deliver(thin)).status).toBe(200);
      expect((await handled(thin.id))?.outcome).toBe('not_ours');
    },
  );

  it('of another system on the same account are not ours', async () => {
    await sendThin(['v1.refund.created'], { snapshots: false });
    const intent = await api.stripe.paymentIntents.create({
      amount: 500,
      currency: 'usd',
      confirm: true,
      payment_method: 'pm_card_visa',
      return_url: 'https://elsewhere.example',
    });
    const refund = await api.stripe.refunds.create({ payment_intent: intent.id });
    const about = () =>
      api.database.queries
        .select()
        .from(webhookEvents)
        .where(eq(webhookEvents.objectId, refund.id));
    const [event] = await until(about, (rows) => rows[0]?.handledAt != null);
    expect(event?.outcome).toBe('not_ours');
  });

  it.each([
    ['v1.a.new.type', { id: 'new_1', type: 'new', url: '/v1/new/new_1' }],
    ['v1.product.created', { id: 'my prod', type: 'product', url: '/v1/products/my%20prod' }],
    ['v2.core.something.happened', null],
  ])('of an unknown type (%s) are stored with 200', async (type, related_object) => {
    const thin = { ...thinEventAbout(type, 'none'), related_object };
    expect(await deliver(thin)).toMatchObject({ status: 200, text: '' });
    expect(await stored(thin.id)).toMatchObject({ type, handledAt: null });
  });

  it.each([['my prod'], ['préféré'], ['\u0000'], [42]])(
    'and snapshots are stored with 200 whatever id a merchant has chosen: %j',
    async (id) => {
      const event = eventAbout('', { type: 'product.created', data: { object: { id } } });
      expect(await deliver(event)).toMatchObject({ status: 200, text: '' });
      expect(await stored(event.id)).toMatchObject({ objectId: null, subjectId: null });
    },
  );

  it('can be read again by the person on call', async () => {
    await sendThin(['v1.checkout.session.completed'], { snapshots: false });
    const id = await checkOut();
    await api.sandbox.complete(id);
    const { data } = await api.stripe.v2.core.events.list({ object_id: id });
    const [thin] = data;
    const event = await retrieveEvent(api.stripe, thin?.id ?? '');
    expect(event).toMatchObject({ type: 'v1.checkout.session.completed', object: { id } });
    await expect(retrieveEvent(api.stripe, 'evt_nobodyKnows')).rejects.toMatchObject({
      code: 'resource_missing',
    });
  });
});
