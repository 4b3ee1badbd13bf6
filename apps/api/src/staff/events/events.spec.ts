import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffEvents } from '@shop/contract';
import { sql } from 'drizzle-orm';
import { engines } from '../../../testing/engines';
import { untilOrder } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { StaffBrowser } from '../../../testing/staff-browser';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { until } from '../../../testing/until';

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

  it('are paged through once, newest first, of three days', async () => {
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
        seen.push(...page.events.map(({ id }) => id).filter((id) => id.startsWith('evt_page')));
        expect(page.events.map(({ id }) => id)).not.toContain('evt_old');
        next = page.next;
      }
      expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
    }
    expect((await list('subject=pi_old')).events).toHaveLength(1);
    for (const wrong of ['filter=all', 'after=1', 'subject=x', 'subject=cs_%27', 'more=1'])
      expect((await viewer.get(`/api/staff/events?${wrong}`)).status).toBe(400);
  });
});
