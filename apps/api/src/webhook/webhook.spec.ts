import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eq, sql } from 'drizzle-orm';
import { deliverTo, eventAbout } from '../../testing/deliver-event';
import { engines } from '../../testing/engines';
import { orderOf, outcomesOf, stepsOf } from '../../testing/orders';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi, WEBHOOK_SECRET } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { until, untilTaken } from '../../testing/until';
import { orders, orderTransitions, webhookEvents } from '../database/schema/tables';
import { OrderSyncService } from '../order/sync/order-sync.service';

const OLD_SECRET = 'whsec_the_old_one_0123456789';

describe.each(engines)('POST /api/webhooks/stripe on the %s database', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    const secrets = `${WEBHOOK_SECRET},${OLD_SECRET}`;
    api = await startTestApi(engine, { api: { STRIPE_WEBHOOK_SECRET: secrets } });
  }, 60_000);
  afterAll(() => api?.stop());
  afterEach(() => api.sandbox.reset());

  const deliver = (payload: string | object, signed: { secret?: string; header?: string } = {}) =>
    deliverTo(api.url, payload, signed);
  const stored = async (id: string) => {
    const rows = await api.database.queries
      .select()
      .from(webhookEvents)
      .where(eq(webhookEvents.id, id));
    return rows[0];
  };
  const jobsOf = async (id: string) => {
    const { rows } = await api.database.queries.execute<{ count: number }>(
      sql`select count(*)::int as count from pgboss.job where data ->> 'stripeEventId' = ${id}`,
    );
    return rows[0]?.count;
  };
  const handled = (id: string) =>
    until(
      () => stored(id),
      (event) => event?.handledAt != null,
    );
  /** A paid session whose own webhooks never come. */
  async function paySilently(): Promise<string> {
    await api.sandbox.settings({ waitForWebhook: false });
    await api.sandbox.switches({ drop: true });
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    await api.sandbox.complete(id);
    return id;
  }

  it('moves the order and fulfils it, though the shopper never comes back', async () => {
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    await api.sandbox.complete(id);
    const order = await until(
      () => orderOf(api, id),
      ({ status }) => status === 'paid',
    );
    const [step] = await until(
      () => stepsOf(api, order.id),
      (steps) => steps.every((one) => one.doneAt),
    );
    expect(step?.step).toBe('confirmation_mail');
    const mails = (await api.mails()).filter((mail) => mail.includes(order.number));
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatch(/^To: jenny\.rosen@example\.com/m);
  });

  it('fulfils once, however many copies come at once and whoever else asks', async () => {
    const id = await paySilently();
    const event = eventAbout(id);
    const shopper = new Shopper(api);
    const sync = api.app.get(OrderSyncService);
    const answers = await Promise.all([
      ...Array.from({ length: 30 }, () => untilTaken(() => deliver(event))),
      ...Array.from({ length: 10 }, () => deliver(eventAbout(id))),
      ...Array.from({ length: 10 }, () => shopper.confirmation(id)),
      ...Array.from({ length: 10 }, () => sync.sync(id, 'sweep').then(() => ({ status: 200 }))),
    ]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await handled(event.id);
    const order = await orderOf(api, id);
    await until(
      () => stepsOf(api, order.id),
      (steps) => steps.every((step) => step.doneAt),
    );
    expect(await stepsOf(api, order.id)).toHaveLength(1);
    const moves = await api.database.queries
      .select()
      .from(orderTransitions)
      .where(eq(orderTransitions.orderId, order.id));
    expect(moves.map(({ fromStatus, toStatus }) => [fromStatus, toStatus])).toEqual([
      ['pending', 'paid'],
    ]);
    expect((await api.mails()).filter((mail) => mail.includes(order.number))).toHaveLength(1);
  });

  it('makes one job of an event, whether copies come together or when it is done', async () => {
    const event = eventAbout('cs_test_a1NobodyKnowsThisSession0123456789');
    const all = await Promise.all(
      Array.from({ length: 20 }, () => untilTaken(() => deliver(event))),
    );
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200]));
    await handled(event.id);
    expect((await deliver(event)).status).toBe(200);
    expect(await jobsOf(event.id)).toBe(1);
  });

  it('takes events signed with either secret while one is rotated', async () => {
    const first = eventAbout(await paySilently());
    expect((await deliver(first, { secret: OLD_SECRET })).status).toBe(200);
    expect((await handled(first.id))?.outcome).toBe('synced');
  });

  it('answers 400 to what is not signed, and stores nothing', async () => {
    const id = await paySilently();
    const event = eventAbout(id);
    for (const header of [
      '',
      't=1,v1=00',
      `t=${Math.floor(Date.now() / 1000)},v1=${'0'.repeat(64)}`,
    ]) {
      expect(await deliver(event, { header })).toMatchObject({
        status: 400,
        code: 'INVALID_SIGNATURE',
      });
    }
    expect(await deliver(event, { secret: 'whsec_somebody_else_00000' })).toMatchObject({
      status: 400,
      code: 'INVALID_SIGNATURE',
    });
    expect(await stored(event.id)).toBeUndefined();
    expect((await orderOf(api, id)).status).toBe('pending');
  });

  it('stores unknown types and says 200', async () => {
    const event = eventAbout('whatever_1', {
      type: 'a.new.type',
      data: { object: { object: 'new' } },
    });
    expect(await deliver(event)).toMatchObject({ status: 200, text: '' });
    expect(await stored(event.id)).toMatchObject({ type: 'a.new.type', handledAt: null });
  });

  it('says 200 to the events of another system on the same account', async () => {
    const session = await api.stripe.checkout.sessions.create({
      mode: 'payment',
      success_url: 'https://elsewhere.example',
      line_items: [
        {
          quantity: 1,
          price_data: { currency: 'usd', unit_amount: 100, product_data: { name: 'x' } },
        },
      ],
    });
    const event = eventAbout(session.id);
    expect((await deliver(event)).status).toBe(200);
    expect((await handled(event.id))?.outcome).toBe('not_ours');
  });

  it('brings an account’s new display name to its orders', async () => {
    await api.sandbox.settings({ customers: 'accounts_v2' });
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    await api.sandbox.complete(id);
    const order = await until(
      () => orderOf(api, id),
      ({ status }) => status === 'paid',
    );
    expect(order.customerName).toBe('Jenny Rosen');
    const account = order.stripeAccountId ?? '';
    await api.stripe.v2.core.accounts.update(account, { display_name: 'Jenny Rosen-Diaz' });
    const thin = {
      id: 'evt_thin1',
      object: 'v2.core.event',
      type: 'v2.core.account[configuration.customer].updated',
      livemode: false,
      created: '2026-11-23T14:00:00.000Z',
      related_object: { id: account, type: 'v2.core.account', url: `/v2/core/accounts/${account}` },
    };
    expect((await deliver(thin)).status).toBe(200);
    await until(
      () => orderOf(api, id),
      ({ customerName }) => customerName === 'Jenny Rosen-Diaz',
    );
  });

  it('takes an event of 500 kB and refuses one of 513', async () => {
    const event = eventAbout('cs_test_unknown');
    const large = { ...event, padding: 'x'.repeat(500_000) };
    expect((await deliver(large)).status).toBe(200);
    const tooLarge = { ...eventAbout('cs_test_unknown'), padding: 'x'.repeat(525_400) };
    expect(await deliver(tooLarge)).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
  });

  it('believes Stripe, not the event: an unpaid session is not fulfilled', async () => {
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    const event = eventAbout(id);
    await deliver(event);
    await handled(event.id);
    const order = await orderOf(api, id);
    expect(order.status).toBe('pending');
    expect(await stepsOf(api, order.id)).toEqual([]);
  });

  it.each([
    ['currency', { currency: 'eur' }],
    ['amount', { subtotalMinor: 1 }],
    ['livemode', { livemode: true }],
  ])('holds a payment for review whose %s is not the order’s', async (_what, changes) => {
    const id = await paySilently();
    await api.database.queries.update(orders).set(changes).where(eq(orders.stripeSessionId, id));
    const event = eventAbout(id);
    expect((await deliver(event)).status).toBe(200);
    await handled(event.id);
    const order = await orderOf(api, id);
    expect(order.status).toBe('needs_review');
    expect(await outcomesOf(api, order.id)).toEqual([['under_review_mail:v1', null]]);
    const shown = await new Shopper(api).confirmation(id);
    expect(shown.body).toMatchObject({ state: 'under_review' });
  });

  it('expires an order whose session expired, and stays expired when an old event comes', async () => {
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    await api.stripe.checkout.sessions.expire(id);
    await until(
      () => orderOf(api, id),
      ({ status }) => status === 'expired',
    );
    const event = eventAbout(id);
    await deliver(event);
    await handled(event.id);
    expect((await orderOf(api, id)).status).toBe('expired');
  });
});
