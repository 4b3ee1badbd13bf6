import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { FailureKind, StaffDelay } from '@shop/contract';
import { Database } from '../../database/database';
import { orderStatuses } from '../../database/schema/order-values';
import { deadLetters } from '../../jobs/queues';
import { WITHOUT_ORDER } from '../order-lists';
import type { Delays, FailureCount, Money, OrderCount } from './figure-buckets';
import type { FigureWindow } from './figure-window';

const GIVEN_UP = [...deadLetters];

/** What the database gives: numbers that may be larger than an integer come as text. */
interface DelayRow extends Record<string, unknown> {
  bucket: number | null;
  count: number;
  p50: number | null;
  p95: number | null;
  arrived: number;
  arrival50: number | null;
  arrival95: number | null;
}

/** Counts of a time for the figures; no decisions. Each one reads that time by an index, most of them that index alone. */
@Injectable()
export class FiguresRepository {
  constructor(private readonly database: Database) {}

  /** By when they were placed and their status now. With every status named, the index has it all. */
  async orders(window: FigureWindow): Promise<OrderCount[]> {
    const at = sql`created_at`;
    const { rows } = await this.database.queries.execute<OrderCount & Record<string, unknown>>(
      sql`select ${bucketOf(at, window)} as bucket, status, count(*)::int as count from orders
        where status in ${[...orderStatuses]} and ${within(at, window)} group by 1, 2 order by 1, 2`,
    );
    return rows.map(({ bucket, status, count }) => ({ bucket, status, count }));
  }

  /** By when they became paid. */
  async money(window: FigureWindow): Promise<Money[]> {
    const at = sql`paid_at`;
    const { rows } = await this.database.queries.execute<
      Record<'paid' | 'refunded', string> & { bucket: number; currency: string; orders: number }
    >(
      sql`select ${bucketOf(at, window)} as bucket, currency, count(*)::int as orders,
          sum(total_minor)::text as paid, sum(refunded_minor)::text as refunded
        from orders where ${within(at, window)} group by 1, 2 order by 1, 2`,
    );
    return rows.map(({ paid, refunded, bucket, currency, orders }) => {
      return { bucket, currency, orders, paidMinor: Number(paid), refundedMinor: Number(refunded) };
    });
  }

  /** By when the event came; and of all of them together. */
  async delays(window: FigureWindow): Promise<Delays[]> {
    const { rows } = await this.database.queries.execute<DelayRow>(
      sql`select bucket, count(*)::int as count, ${percentile(0.5, sql`after`)} as p50,
          ${percentile(0.95, sql`after`)} as p95, count(arrival)::int as arrived,
          ${percentile(0.5, sql`arrival`)} as arrival50, ${percentile(0.95, sql`arrival`)} as arrival95
        from (
          select ${bucketOf(sql`received_at`, window)} as bucket, fulfilled_after_s as after,
            greatest(0, date_part('epoch', received_at - created_at)) as arrival
          from webhook_events
          where fulfilled_after_s is not null and ${within(sql`received_at`, window)}
        ) as events
        group by rollup (bucket)`,
    );
    return rows.map(({ bucket, count, p50, p95, arrived, arrival50, arrival95 }) => ({
      bucket,
      fulfilment: delay(count, p50, p95),
      arrival: delay(arrived, arrival50, arrival95),
    }));
  }

  /** By when they happened. @param late what came after this time may still be delivered */
  async failures(window: FigureWindow, late: Date): Promise<FailureCount[]> {
    const each = (at: SQL, kind: SQL, from: SQL) =>
      sql`select ${bucketOf(at, window)} as bucket, ${kind} as kind, count(*)::int as count
        from ${from} and ${within(at, window)} group by 1, 2`;
    const { rows } = await this.database.queries.execute<
      { bucket: number; kind: FailureKind; count: number } & Record<string, unknown>
    >(
      sql`${each(
        sql`at`,
        sql`channel`,
        sql`deliveries join fulfilments using (order_id, step)
          where deliveries.outcome <> 'sent' and channel is not null`,
      )} union all ${each(
        sql`listed_at`,
        sql`'events_not_delivered'`,
        sql`webhook_events where listed_at is not null and delivered_at is null
          and listed_at < ${late.toISOString()}::timestamptz`,
      )} union all ${each(
        sql`created_on`,
        sql`'given_up'`,
        sql`pgboss.job where name in ${GIVEN_UP} and state = 'created'`,
      )} union all ${each(
        sql`alerted_at`,
        sql`'paid_without_order'`,
        sql`foreign_payments where alerted_at is not null and ${WITHOUT_ORDER}`,
      )} order by 1, 2`,
    );
    return rows.map(({ bucket, kind, count }) => ({ bucket, kind, count }));
  }
}

/** The number of the bucket that a time is in. `date_part` counts in floats, several times as fast as `extract`. */
const bucketOf = (at: SQL, { since, bucketSeconds }: FigureWindow) =>
  sql`floor(date_part('epoch', ${at} - ${since.toISOString()}::timestamptz) / ${bucketSeconds}::int)::int`;

const within = (at: SQL, { since, until }: FigureWindow) =>
  sql`${at} >= ${since.toISOString()}::timestamptz and ${at} < ${until.toISOString()}::timestamptz`;

const percentile = (part: number, of: SQL) =>
  sql`percentile_cont(${part}::float8) within group (order by ${of})`;

const delay = (count: number, p50: number | null, p95: number | null): StaffDelay | null =>
  p50 === null || p95 === null ? null : { count, p50Seconds: p50, p95Seconds: p95 };
