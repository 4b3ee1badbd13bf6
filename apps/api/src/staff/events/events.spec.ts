import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem, StaffEventDetail, StaffEvents, StaffOrders } from '@shop/contract';
import { sql } from 'drizzle-orm';
import { deliverTo, thinEventAbout } from '../../../testing/deliver-event';
import { engines } from '../../../testing/engines';
import { untilOrder } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { StaffBrowser } from '../../../testing/staff-browser';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { until } from '../../../testing/until';
import { uuidOf } from '../../database/uuid-of';

describe.each(engines)('events of Stripe, for staff, on the %s database', (engine) => {
  let api: TestApi;
  let viewer: StaffBrowser;
  beforeAll(async () => {
    api = await startTestApi(engine);
    viewer = await StaffBrowser.open(api, 'vera', 'viewer');
  }, 60_000);
  afterAll(() => api?.stop());

  const list = async (query: string) => {
    const { status, body } = await viewer.get<StaffEvents>(`/api/staff/events?${query}`);
    expect([query, status]).toEqual([query, 200]);
    return body;
  };

  it('are found by what they are about, and say what became of them', async () => {
    const { body } = await new Shopper(api).checkout();
    const session = sessionIdOf(body.url);
    await api.sandbox.complete(session);
    await untilOrder(api, session, ({ status }) => status === 'paid');
    const { events } = await until(
      () => list(`subject=${session}`),
      (found) => found.events.some(({ handledAt }) => handledAt !== null),
    );
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'checkout.session.completed',
        subjectId: session,
        deliveredAt: expect.any(String),
        outcome: 'synced',
      }),
    );
    expect((await list('subject=cs_test_unknown')).events).toEqual([]);
    expect((await list('')).events.map(({ id }) => id)).toEqual(
      expect.arrayContaining(events.map(({ id }) => id)),
    );
  });

  it('are paged through once, newest first, however old', async () => {
    // Many of the same microsecond, as Stripe sends them.
    await api.database.queries.execute(
      sql`insert into webhook_events (id, type, subject_id, livemode, received_at, listed_at)
        select 'evt_page' || n, 'charge.updated', 'pi_page', false, now() - interval '1 hour', now()
        from generate_series(1, 120) as n`,
    );
    await api.database.queries.execute(
      sql`insert into webhook_events (id, type, subject_id, livemode, received_at)
        values ('evt_old', 'charge.updated', 'pi_old', false, now() - interval '4 days')`,
    );
    for (const filter of ['not_handled', 'not_delivered']) {
      const seen: string[] = [];
      let next: string | null = '';
      while (next !== null) {
        const page: StaffEvents = await list(`filter=${filter}${next && `&after=${next}`}`);
        seen.push(...page.events.map(({ id }) => id).filter((id) => /^evt_(page|old)/.test(id)));
        next = page.next;
      }
      const wanted = filter === 'not_handled' ? 121 : 120;
      expect([filter, seen.length, new Set(seen).size]).toEqual([filter, wanted, wanted]);
      expect(seen.indexOf('evt_old')).toBe(filter === 'not_handled' ? 120 : -1);
    }
    expect((await list('subject=pi_old')).events).toHaveLength(1);
    for (const wrong of ['filter=all', 'after=1', 'subject=x', 'subject=cs_%27', 'more=1'])
      expect((await viewer.get(`/api/staff/events?${wrong}`)).status).toBe(400);
  });

  const show = (id: string) =>
    viewer.get<StaffEventDetail & Problem>(`/api/staff/events/${encodeURIComponent(id)}`);

  it('say one by one how they came, which order they moved, and how long that took', async () => {
    const { body } = await new Shopper(api).checkout();
    const session = sessionIdOf(body.url);
    await api.sandbox.complete(session);
    const handled = ({ events }: StaffEvents) => events.filter(({ outcome }) => outcome !== null);
    const found = await until(
      () => list(`subject=${session}`),
      (page) => handled(page).some(({ type }) => type === 'checkout.session.completed'),
    );
    const completed = handled(found).find(({ type }) => type === 'checkout.session.completed');
    const detail = await show(completed?.id ?? '');
    expect(detail).toMatchObject({
      status: 200,
      body: {
        ...completed,
        objectId: session,
        livemode: false,
        form: 'snapshot',
        apiVersion: expect.any(String),
        createdAt: expect.stringMatching(/:\d\d\.000Z$/),
        fulfilledAfterSeconds: expect.any(Number),
        orders: [body.orderNumber],
        deadLetter: null,
        stripeMode: 'sandbox',
      },
    });
    const { createdAt, handledAt, fulfilledAfterSeconds } = detail.body;
    const took = (Date.parse(handledAt ?? '') - Date.parse(createdAt ?? '')) / 1000;
    expect(fulfilledAfterSeconds).toBeCloseTo(took, 3);
    // The queue notes the end of a job after its work is done.
    const { body: ended } = await until(
      () => show(completed?.id ?? ''),
      (answer) => answer.body.job?.state === 'done',
    );
    expect(ended.job).toEqual({ state: 'done', failures: 0, nextAt: null, code: null });
  });

  it('lead to the order that a thin one has moved, which names neither it nor its payment', async () => {
    const { body } = await new Shopper(api).checkout();
    const session = sessionIdOf(body.url);
    await api.sandbox.complete(session);
    await untilOrder(api, session, ({ status }) => status === 'paid');
    await api.sandbox.switches({ drop: true });
    const made = async (what: string) =>
      (await api.sandbox.call('POST', `sessions/${session}/${what}`, { amount: 100 })) as {
        id: string;
        charge: string;
      };
    const [refund, dispute] = [await made('refund'), await made('dispute')];
    const thin = [
      thinEventAbout('v1.refund.created', refund.id),
      thinEventAbout('v1.charge.refunded', refund.charge),
      thinEventAbout('v1.charge.dispute.created', dispute.id),
    ];
    for (const event of thin) await deliverTo(api.url, event);
    await api.sandbox.switches({ drop: false });
    const found = async (q: string) => {
      const answer = await viewer.get<StaffOrders>(`/api/staff/orders?q=${q}`);
      return [q, answer.status, ...answer.body.orders.map(({ number }) => number)];
    };
    for (const { id, related_object: about } of thin) {
      const detail = await until(
        () => show(id),
        (answer) => answer.body.handledAt !== null,
      );
      expect(detail.body).toMatchObject({ subjectId: about.id, orders: [body.orderNumber] });
      for (const q of [id, about.id]) expect(await found(q)).toEqual([q, 200, body.orderNumber]);
    }
    for (const q of ['re_unknown', 'du_unknown', 'prv_unknown', 'issfr_unknown', 'acct_unknown'])
      expect(await found(q)).toEqual([q, 200]);
  });

  it('say why they are not handled, when they are tried again, and where they were given up', async () => {
    await api.database.queries.execute(
      sql`insert into webhook_events (id, type, livemode, received_at) values
        ('evt_waits', 'charge.refunded', false, now()), ('evt_given_up', 'charge.refunded', false, now())`,
    );
    await api.database.queries.execute(
      sql`insert into pgboss.job (id, name, data, state, retry_count, start_after, output, policy) values
        (${uuidOf('evt_waits')}::uuid, 'webhook.event', '{}', 'retry', 2, now() + interval '1 hour',
          '{"type":"Error","code":"ECONNREFUSED"}', 'standard')`,
    );
    await api.database.queries.execute(
      sql`insert into pgboss.job (name, data, source_output, policy) values
        ('webhook.event.dead', '{"stripeEventId":"evt_given_up"}', '{"code":"rak_missing"}', 'standard')`,
    );
    expect((await show('evt_waits')).body).toMatchObject({
      form: 'thin',
      createdAt: null,
      orders: [],
      job: { state: 'waiting', failures: 3, nextAt: expect.any(String), code: 'ECONNREFUSED' },
      deadLetter: null,
    });
    expect((await show('evt_given_up')).body).toMatchObject({
      job: null,
      deadLetter: { id: expect.any(String), code: 'rak_missing' },
    });
    for (const unknown of ['evt_unknown', 'x', '%00', "evt_'--"])
      expect(await show(unknown)).toMatchObject({ status: 404, body: { code: 'EVENT_NOT_FOUND' } });
  });
});
