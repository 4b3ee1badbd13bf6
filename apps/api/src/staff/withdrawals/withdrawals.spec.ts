import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffOverview, StaffWithdrawals, WithdrawalReceipt } from '@shop/contract';
import { desc, eq, sql } from 'drizzle-orm';
import { allPages } from '../../../testing/all-pages';
import { engines } from '../../../testing/engines';
import { expectGuarded } from '../../../testing/expect-guarded';
import { openMailServer } from '../../../testing/mail-server';
import type { MailServer } from '../../../testing/mail-server';
import { untilOrder } from '../../../testing/orders';
import { postJson } from '../../../testing/post-json';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { StaffBrowser } from '../../../testing/staff-browser';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { until } from '../../../testing/until';
import { withdrawalDeliveries, withdrawals } from '../../database/schema/withdrawal-tables';
import type { WithdrawalRow } from '../../database/schema/withdrawal-tables';
import { nextRecord } from '../../order/withdrawal/withdrawal-chain';

const PATH = '/api/staff/withdrawals';
const WORDS = { name: 'Jenny Rosen', items: null, reason: null, locale: 'en' };

describe.each(engines)('withdrawals, for staff, on the %s database', (engine) => {
  let api: TestApi;
  let mail: MailServer;
  let operator: StaffBrowser;
  let viewer: StaffBrowser;
  beforeAll(async () => {
    mail = await openMailServer();
    api = await startTestApi(engine, {
      api: { SMTP_URL: mail.url },
      shop: { withdrawal: { offer: 'all', days: 14 } },
    });
    operator = await StaffBrowser.open(api, 'anna', 'operator');
    viewer = await StaffBrowser.open(api, 'vera', 'viewer');
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
    await mail.close();
  });

  const declare = async (said: object) => {
    const body = { name: 'Jenny Rosen', email: 'jenny.rosen@example.com', ...said };
    return (await postJson<WithdrawalReceipt>(api, '/api/orders/withdrawals', body)).body;
  };
  /** Of an order that is paid. */
  const orderNumber = async () => {
    const session = sessionIdOf((await new Shopper(api).checkout()).body.url);
    await api.sandbox.complete(session);
    return (await untilOrder(api, session, ({ status }) => status === 'paid')).number;
  };
  const lastRecord = async (): Promise<WithdrawalRow | undefined> => {
    const newestFirst = desc(withdrawals.sequence);
    return (await api.database.queries.select().from(withdrawals).orderBy(newestFirst).limit(1))[0];
  };
  const all = (query = '', by = operator) =>
    allPages(by, `${PATH}?${query}`, (page: StaffWithdrawals) => page.withdrawals);

  it('say whose order it is, whether it came in time, and what its sender was sent', async () => {
    const number = await orderNumber();
    const known = await declare({ orderNumber: number.toLowerCase(), items: 'the blue one' });
    await until(all, ([row]) => row?.acknowledgement === 'sent');
    mail.answer = '550 no such user';
    const unknown = await declare({ orderNumber: 'of Jenny Rosen', reason: 'too small' });
    await until(all, ([row]) => row?.acknowledgement === 'refused');
    mail.answer = '250 OK';
    const first = {
      reference: unknown.reference,
      orderNumber: 'OF JENNY ROSEN',
      orderStatus: null,
      inTime: null,
      periodEndsAt: null,
      exemptLines: null,
      name: 'Jenny Rosen',
      items: null,
      reason: 'too small',
      erasedAt: null,
      code: '550',
    };
    const second = {
      reference: known.reference,
      receivedAt: known.receivedAt,
      orderNumber: number,
      orderStatus: 'paid',
      inTime: true,
      periodEndsAt: expect.any(String),
      exemptLines: 0,
      email: 'jenny.rosen@example.com',
      items: 'the blue one',
      code: null,
    };
    expect(await all()).toMatchObject([first, second]);
    expect(await all('filter=not_acknowledged')).toMatchObject([first]);
    expect(await all('filter=order_unknown')).toMatchObject([first]);
    // A number that no order has may be a name.
    const seen = await all('', viewer);
    expect(seen).toMatchObject([
      { reference: unknown.reference, orderNumber: null, orderStatus: null },
      { reference: known.reference, orderNumber: number, orderStatus: 'paid', inTime: true },
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/jenny|rosen|example\.com|blue|small/i);
  });

  it('wait for nobody once they are acknowledged and of an order, also those of an older version', async () => {
    const known = await orderNumber();
    const content = { ...WORDS, orderNumber: known, email: 'older@example.com' };
    const row = nextRecord(await lastRecord(), content, 'W-OLDER', new Date());
    await api.database.queries.insert(withdrawals).values(row);
    const sent = { attempt: 1, at: new Date(), outcome: 'sent', code: null } as const;
    await api.database.queries
      .insert(withdrawalDeliveries)
      .values({ ...sent, reference: row.reference });
    const { reference } = await declare({ orderNumber: known });
    const marksOf = async (one: string) => {
      const { orderKnown, acknowledged } = withdrawals;
      const isOne = eq(withdrawals.reference, one);
      return api.database.queries
        .select({ orderKnown, acknowledged })
        .from(withdrawals)
        .where(isOne);
    };
    const marked = await until(
      () => marksOf(reference),
      ([marks]) => marks?.acknowledged === true,
    );
    expect(marked).toEqual([{ orderKnown: true, acknowledged: true }]);
    expect(await marksOf(row.reference)).toEqual([{ orderKnown: null, acknowledged: null }]);
    for (const filter of ['not_acknowledged', 'order_unknown']) {
      const waiting = (await all(`filter=${filter}`)).map((one) => one.reference);
      expect(waiting).not.toContain(reference);
      expect(waiting).not.toContain(row.reference);
    }
  });

  it('are on the overview while they wait for a person, for a month', async () => {
    const counted = async () => {
      const { body } = await operator.get<StaffOverview>('/api/staff/overview');
      return ['withdrawal_order_unknown', 'withdrawal_not_acknowledged'].map(
        (code) => body.needs.find((need) => need.code === code)?.count ?? 0,
      );
    };
    const [unknown = 0, refused = 0] = await counted();
    const known = await orderNumber();
    mail.answerTo.set('busy@example.com', '450 come again');
    mail.answerTo.set('gone@example.com', '550 no such user');
    await declare({ orderNumber: known, email: 'busy@example.com' });
    await declare({ orderNumber: known, email: 'gone@example.com' });
    await declare({ orderNumber: 'of Jenny Rosen', items: 'the green one' });
    await until(
      async () => (await all()).slice(0, 3).map(({ acknowledgement }) => acknowledgement),
      (outcomes) => outcomes.join() === 'sent,refused,failed',
    );
    expect(await counted()).toEqual([unknown + 1, refused + 1]);
    await api.database.queries.execute(
      sql`update withdrawals set received_at = received_at - interval '31 days'`,
    );
    expect(await counted()).toEqual([0, 0]);
  });

  it('are paged through once, newest first', async () => {
    const rows: WithdrawalRow[] = [];
    const last = await lastRecord();
    for (let count = 0; count < 120; count += 1) {
      const content = {
        ...WORDS,
        orderNumber: `ORDER-${count}`,
        email: `jenny.${count}@example.com`,
      };
      rows.push(nextRecord(rows.at(-1) ?? last, content, `W-${count}`, new Date()));
    }
    await api.database.queries.insert(withdrawals).values(rows);
    const references = rows.map(({ reference }) => reference).reverse();
    for (const query of ['', 'filter=not_acknowledged', 'filter=order_unknown'])
      expect((await all(query)).map(({ reference }) => reference).slice(0, 120)).toEqual(
        references,
      );
  });

  it('are for whoever is signed in, on the pages of the console', async () => {
    await expectGuarded(api, viewer, PATH, ['filter=all', 'filter=']);
  });
});
