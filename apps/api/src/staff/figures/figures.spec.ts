import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem, StaffFigureBucket, StaffFigures } from '@shop/contract';
import { sql } from 'drizzle-orm';
import { engines } from '../../../testing/engines';
import { later } from '../../../testing/later';
import { Shopper } from '../../../testing/shopper';
import { StaffBrowser } from '../../../testing/staff-browser';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { until } from '../../../testing/until';

const HOUR_MS = 3_600_000;
const KEPT_MS = 10_000;
/** Older figures are not shown any more. */
const SHOWN_MS = 120_000;

describe.each(engines)('figures of the last day and month, on the %s database', (engine) => {
  let api: TestApi;
  let viewer: StaffBrowser;
  const now = Date.now();
  const hoursAgo = (hours: number) => new Date(now - hours * HOUR_MS).toISOString();
  beforeAll(async () => {
    api = await startTestApi(engine);
    viewer = await StaffBrowser.open(api, 'vera', 'viewer');
  }, 60_000);
  afterAll(() => api?.stop());

  const read = (query: string) => viewer.get<StaffFigures & Problem>(`/api/staff/figures?${query}`);
  const figures = async (range: string) => {
    const { status, body } = await read(`range=${range}`);
    expect(status).toBe(200);
    return body;
  };
  /** The bucket that a time is in. */
  const at = ({ buckets, bucketSeconds }: StaffFigures, time: string) =>
    buckets.find(({ from }) => {
      const age = Date.parse(time) - Date.parse(from);
      return age >= 0 && age < bucketSeconds * 1000;
    });
  /** An order with these values, and with any for the rest. */
  const order = (number: string, values: Record<string, string | number>) => {
    const id = `00000000-0000-4000-8000-0000000000${number}`;
    const all = {
      ...{ id, number: `FGRS-22${number}`, idempotency_key: id, stripe_idempotency_key: id },
      ...{ request_hash: 'x', browser_hash: 'x', livemode: false, watched: false },
      ...{ status: 'paid', currency: 'usd', subtotal_minor: 2400, total_minor: 2400, ...values },
    };
    const columns = sql.raw(Object.keys(all).join());
    return api.database.queries.execute(
      sql`insert into orders (${columns}) values (${sql.join(
        Object.values(all).map((value) => sql`${value}`),
        sql`, `,
      )})`,
    );
  };

  it('are empty in a new shop, with every bucket there', async () => {
    for (const [range, count, seconds] of [
      ['day', 24, 3600],
      ['month', 30, 86_400],
    ] as const) {
      const { buckets, ...rest } = await figures(range);
      expect(rest).toMatchObject({
        ...{ range, bucketSeconds: seconds, fulfilment: null, arrival: null },
      });
      expect(buckets).toHaveLength(count);
      const none = { orders: [], money: [], fulfilment: null, arrival: null, failures: [] };
      for (const [n, { from, ...bucket }] of buckets.entries()) {
        expect(bucket).toEqual(none);
        expect(Date.parse(from) % (seconds * 1000)).toBe(0);
        if (n > 0)
          expect(Date.parse(from)).toBe(Date.parse(buckets[n - 1]?.from ?? '') + seconds * 1000);
      }
      expect(Date.parse(buckets.at(-1)?.from ?? '') + seconds * 1000).toBeGreaterThan(Date.now());
    }
  });

  it('count known rows into the hour and the day that they are of', async () => {
    const [placed, paid] = [{ created_at: hoursAgo(3) }, { paid_at: hoursAgo(2) }];
    await order('01', { ...placed, ...paid, refunded_minor: 400 });
    await order('02', { ...placed, ...paid, total_minor: 5_000_000_000 });
    await order('03', { ...placed, ...paid, currency: 'jpy', total_minor: 900 });
    await order('04', { ...placed, status: 'expired' });
    await order('05', { created_at: hoursAgo(240), paid_at: hoursAgo(240) });
    await order('06', { created_at: hoursAgo(800), paid_at: hoursAgo(800) });
    // Of 1 to 100 seconds, and one of each that is no figure.
    await api.database.queries.execute(
      sql`insert into webhook_events (id, type, livemode, created_at, received_at, fulfilled_after_s, listed_at)
        select 'evt_figure' || n, 'checkout.session.completed', false,
          ${hoursAgo(5)}::timestamptz - interval '2 seconds', ${hoursAgo(5)}::timestamptz,
          case when n > 0 then n end, case when n = 0 then ${hoursAgo(6)}::timestamptz end
        from generate_series(0, 100) as n`,
    );
    await api.database.queries.execute(
      sql`insert into fulfilments (order_id, step, channel)
        values ('00000000-0000-4000-8000-000000000001', 'confirmation_mail', 'mail')`,
    );
    await api.database.queries.execute(
      sql`insert into deliveries (order_id, step, attempt, at, outcome)
        select '00000000-0000-4000-8000-000000000001', 'confirmation_mail', n, ${hoursAgo(1)}::timestamptz,
          case n when 1 then 'failed' when 2 then 'refused' else 'sent' end from generate_series(1, 3) as n`,
    );
    await api.database.queries.execute(
      sql`insert into pgboss.job (name, data, policy, created_on)
        values ('order.deliver.dead', '{}', 'standard', ${hoursAgo(4)}::timestamptz)`,
    );
    await api.database.queries.execute(
      sql`insert into foreign_payments (stripe_id, seen_at, alerted_at)
        values ('cs_test_elsewhere', now(), ${hoursAgo(7)}::timestamptz)`,
    );
    // Those that were counted a moment ago are shown for a while.
    expect(at(await figures('day'), hoursAgo(3))?.orders).toEqual([]);
    const [day, month] = await later(api, SHOWN_MS + 1, async () => [
      await figures('day'),
      await figures('month'),
    ]);
    const delays = {
      fulfilment: { count: 100, p50Seconds: 50.5, p95Seconds: 95.05 },
      arrival: { count: 100, p50Seconds: 2, p95Seconds: 2 },
    };
    expect(day).toMatchObject(delays);
    const expectAt = (hours: number, bucket: Partial<StaffFigureBucket>) =>
      expect([hours, at(day, hoursAgo(hours))]).toMatchObject([hours, bucket]);
    expectAt(3, {
      orders: [
        { status: 'expired', count: 1 },
        { status: 'paid', count: 3 },
      ],
    });
    expectAt(2, {
      money: [
        { currency: 'jpy', orders: 1, paidMinor: 900, refundedMinor: 0 },
        { currency: 'usd', orders: 2, paidMinor: 5_000_002_400, refundedMinor: 400 },
      ],
    });
    expectAt(5, delays);
    expectAt(1, { failures: [{ kind: 'mail', count: 2 }] });
    expectAt(4, { failures: [{ kind: 'given_up', count: 1 }] });
    expectAt(6, { failures: [{ kind: 'events_not_delivered', count: 1 }] });
    expectAt(7, { failures: [{ kind: 'paid_without_order', count: 1 }] });
    const sum = (counts: { count: number }[]) => counts.reduce((all, { count }) => all + count, 0);
    expect(sum(day.buckets.flatMap(({ orders }) => orders))).toBe(4);
    // Ten days ago is in the month, and more than thirty days ago in neither.
    expect(sum(month.buckets.flatMap(({ orders }) => orders))).toBe(5);
    expect(sum(month.buckets.flatMap(({ failures }) => failures))).toBe(5);
    expect(at(month, hoursAgo(240))?.money).toEqual([
      { currency: 'usd', orders: 1, paidMinor: 2400, refundedMinor: 0 },
    ]);
    expect(month).toMatchObject(delays);
  });

  it('are shown while they are counted anew, so that only the first who looks waits', async () => {
    const shown = await later(api, 3 * SHOWN_MS, () => figures('day'));
    await later(api, 3 * SHOWN_MS + KEPT_MS + 1000, async () => {
      expect((await figures('day')).at).toBe(shown.at);
      await until(
        () => figures('day'),
        (anew) => anew.at !== shown.at,
      );
    });
  });

  it('are for staff on the console alone, and of a range that there is', async () => {
    for (const wrong of ['', 'range=', 'range=year', 'range=day&range=month', 'range=day&more=1'])
      expect(await read(wrong)).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } });
    const path = '/api/staff/figures?range=day';
    const signedOut = await new StaffBrowser(api).get<Problem>(path);
    expect(signedOut).toMatchObject({ status: 401, body: { code: 'API_KEY_INVALID' } });
    const elsewhere = await viewer.get<Problem>(path, { 'sec-fetch-site': 'cross-site' });
    expect(elsewhere).toMatchObject({ status: 403, body: { code: 'ORIGIN_NOT_ALLOWED' } });
    expect((await new Shopper(api).request('GET', path)).status).toBe(401);
  });

  it('read their time by indexes, and most of them those alone', async () => {
    const { queries } = api.database;
    // Of three years, so that a month is a small part of them.
    await queries.execute(
      sql`insert into orders (id, number, idempotency_key, stripe_idempotency_key, request_hash, browser_hash, livemode,
          watched, status, currency, subtotal_minor, total_minor, created_at, paid_at)
        select gen_random_uuid(), 'MANY-' || n, gen_random_uuid(), n, 'x', 'x', false, false, 'paid', 'usd', 1, 1, at, at
        from (select n, now() - n * interval '1 hour' as at from generate_series(1000, 25000, 8) as n) as made`,
    );
    await queries.execute(sql`vacuum analyze orders`);
    const of = (column: string) =>
      sql`${sql.raw(column)} >= now() - interval '30 days' and ${sql.raw(column)} < now()`;
    for (const [index, query] of [
      [
        'Index Only Scan using orders_status',
        sql`select status, count(*) from orders where status in ('paid', 'expired') and ${of('created_at')} group by 1`,
      ],
      [
        'Index Only Scan using orders_money',
        sql`select currency, sum(total_minor), sum(refunded_minor) from orders where ${of('paid_at')} group by 1`,
      ],
      [
        'webhook_events_fulfilled',
        sql`select received_at - created_at, fulfilled_after_s from webhook_events where fulfilled_after_s is not null and ${of('received_at')}`,
      ],
      [
        'deliveries_not_sent',
        sql`select count(*) from deliveries where outcome <> 'sent' and ${of('at')}`,
      ],
    ] as const) {
      const plan = await api.database.transaction(async (tx) => {
        // The planner prefers to read small tables whole, so it is not let.
        await tx.execute(sql`set local enable_seqscan = off`);
        return JSON.stringify((await tx.execute(sql`explain ${query}`)).rows);
      });
      expect(plan).toContain(index);
    }
  });
});
