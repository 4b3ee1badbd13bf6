import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffDeliveries, StaffDeliveriesQuery } from '@shop/contract';
import { sql } from 'drizzle-orm';
import { allPages } from '../../../testing/all-pages';
import { engines } from '../../../testing/engines';
import { expectGuarded } from '../../../testing/expect-guarded';
import { openMailServer } from '../../../testing/mail-server';
import type { MailServer } from '../../../testing/mail-server';
import { untilOrder } from '../../../testing/orders';
import { planOf } from '../../../testing/plan-of';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { StaffBrowser } from '../../../testing/staff-browser';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { until } from '../../../testing/until';
import { StaffDeliveryRepository } from './staff-delivery.repository';

const PATH = '/api/staff/deliveries';

describe.each(engines)('what was told about orders, for staff, on the %s database', (engine) => {
  let api: TestApi;
  let mail: MailServer;
  let viewer: StaffBrowser;
  beforeAll(async () => {
    mail = await openMailServer();
    api = await startTestApi(engine, { api: { SMTP_URL: mail.url } });
    viewer = await StaffBrowser.open(api, 'vera', 'viewer');
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
    await mail.close();
  });

  async function bought() {
    const { body } = await new Shopper(api).checkout();
    const session = sessionIdOf(body.url);
    await api.sandbox.complete(session);
    return untilOrder(api, session, ({ status }) => status === 'paid');
  }
  const all = (query: string) =>
    allPages(viewer, `${PATH}?${query}`, ({ deliveries }: StaffDeliveries) => deliveries);
  /** Waits until the e-mail that confirms an order stands in the list. */
  const untilListed = (number: string, outcome: string) =>
    until(
      () => all(`channel=mail&outcome=${outcome}`),
      (rows) => rows.some((row) => row.orderNumber === number && row.step === 'confirmation_mail'),
    );

  it('says of each step whom it tells, what has become of it, and the last answer', async () => {
    const sent = await bought();
    await untilListed(sent.number, 'sent');
    mail.answer = '550 no such user';
    const refused = await bought();
    await untilListed(refused.number, 'undeliverable');
    mail.answer = '450 later';
    const failing = await bought();
    await until(
      () => all('outcome=pending'),
      (rows) =>
        rows.some(({ orderNumber, attempts }) => orderNumber === failing.number && attempts > 0),
    );
    mail.answer = '250 OK';
    const told = (await all('channel=mail')).filter(({ step }) => step === 'confirmation_mail');
    const about = (number: string) => told.find(({ orderNumber }) => orderNumber === number);
    expect(about(sent.number)).toMatchObject({
      channel: 'mail',
      outcome: 'sent',
      attempts: 1,
      lastAttempt: { outcome: 'sent', code: null },
      doneAt: expect.any(String),
      nextAttemptAt: null,
    });
    expect(about(refused.number)).toMatchObject({
      outcome: 'undeliverable',
      note: 'last answer: 550',
      lastAttempt: { outcome: 'refused', code: '550' },
    });
    expect(about(failing.number)).toMatchObject({
      lastAttempt: { code: '450', at: expect.any(String) },
    });
    expect(JSON.stringify(told)).not.toMatch(/jenny|rosen|example\.com/i);
    for (const outcome of ['pending', 'sent', 'moot', 'undeliverable'])
      for (const row of await all(`outcome=${outcome}`)) expect(row.outcome).toBe(outcome);
  });

  it('is sent again, step by step, as long as it is true', async () => {
    const operator = await StaffBrowser.open(api, 'anna', 'operator');
    const { number } = await bought();
    await untilListed(number, 'sent');
    const path = `/api/staff/orders/${number}/resend`;
    const resend = (what: object, by = operator) =>
      by.act(path, { reason: 'it was lost', ...what });
    const step = 'confirmation_mail';
    expect(await resend({ step })).toMatchObject({
      status: 200,
      body: { words: 'It is sent again, as far as it is still true: confirmation_mail.' },
    });
    await until(
      () => all('channel=mail&outcome=sent'),
      (rows) => rows.some((row) => row.orderNumber === number && row.attempts === 2),
    );
    // Of that channel there is no such step; and what is over is told no more.
    for (const what of [{ step: 'received_mail' }, { step, channel: 'staff' }, { step: 'none' }])
      expect(await resend(what)).toMatchObject({
        status: 409,
        body: { code: 'ACTION_NOT_POSSIBLE' },
      });
    expect((await resend({ step: 'a b' })).status).toBe(400);
    expect((await resend({ step }, viewer)).body.code).toBe('ROLE_NOT_ALLOWED');
  });

  it('is paged through once, newest first', async () => {
    const { id } = await bought();
    // Many of the same microsecond, with what an older version has staged among them.
    await api.database.queries.execute(
      sql`insert into fulfilments (order_id, step, channel, sequence, staged_at, done_at, outcome)
        select ${id}, 'page_mail:re_' || n, case when n > 110 then null else 'staff' end, n,
          '2026-01-01T00:00:00.123456Z', now(), case when n > 110 then null else 'moot' end
        from generate_series(1, 120) as n`,
    );
    const steps = (rows: StaffDeliveries['deliveries']) =>
      rows.map(({ step }) => step).filter((step) => step.startsWith('page_mail'));
    for (const [query, count] of [
      ['', 120],
      ['channel=staff', 110],
      ['outcome=moot', 110],
      ['channel=staff&outcome=moot', 110],
      ['outcome=sent', 10],
      ['channel=mail&outcome=moot', 0],
    ] as const) {
      const rows = await all(query);
      const times = rows.map(({ stagedAt }) => stagedAt);
      expect(times).toEqual(times.toSorted().reverse());
      expect([query, steps(rows).length, new Set(steps(rows)).size]).toEqual([query, count, count]);
    }
  });

  it('is read by an index, whatever it is narrowed to', async () => {
    const repository = api.app.get(StaffDeliveryRepository, { strict: false });
    const after = {
      key: '2026-01-01T00:00:00.000000Z',
      orderId: '5d0f4c1e-6f0c-4a53-9b1e-2f6f6c1d7a10',
      step: 'confirmation_mail',
    };
    const plan = (wish: StaffDeliveriesQuery, from?: typeof after) =>
      planOf(api, repository.page(wish, from, 51));
    for (const from of [undefined, after]) {
      expect(await plan({}, from)).toMatch(/Backward using fulfilments_recent/);
      expect(await plan({ channel: 'mail' }, from)).toMatch(/Backward using fulfilments_channel/);
      expect(await plan({ outcome: 'undeliverable' }, from)).toMatch(/fulfilments_not_sent/);
      expect(await plan({ outcome: 'pending' }, from)).toMatch(/fulfilments_not_done/);
      expect(await plan({ channel: 'staff', outcome: 'moot' }, from)).toMatch(
        /fulfilments_(not_sent|channel)/,
      );
    }
  });

  it('is for whoever is signed in, on the pages of the console', async () => {
    await expectGuarded(api, viewer, PATH, ['channel=fax', 'outcome=failed', 'channel=']);
  });
});
