import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import type { Column, SQL } from 'drizzle-orm';
import type { OrderFilter } from '@shop/contract';
import { Database } from '../../database/database';
import { orders } from '../../database/schema/tables';
import { ordersOf, WITHOUT_ORDER } from '../order-lists';

/** How many there are, and of the oldest, since when. */
export interface Counted {
  count: number;
  since: Date | null;
}

/** Orders of a currency that became paid. */
export interface DayMoney {
  currency: string;
  orders: number;
  paidMinor: number;
  refundedMinor: number;
}

/** Since when an order of a list waits, where that is known better than by when it was placed. */
const SINCE: Partial<Record<OrderFilter, Column>> = {
  fraud_warning: orders.fraudWarnedAt,
  refund_refused: orders.cancelledAt,
  telling_held: orders.tellingHeldAt,
  sync_failed: orders.checkedAt,
};

/** Counts for the overview; no decisions. Each one uses an index of few rows, or reads one day. */
@Injectable()
export class OverviewRepository {
  constructor(private readonly database: Database) {}

  /** The orders of a list of staff. */
  listed = (filter: OrderFilter, now: Date) =>
    this.counted(
      sql`select count(*)::int as count, min(${SINCE[filter] ?? orders.createdAt}) as since
        from ${orders} where ${ordersOf({ filter, now })}`,
    );

  /** Disputes that wait for evidence of ours, and by when the first is due. */
  async disputes(now: Date): Promise<Counted & { dueBy: Date | null }> {
    const { rows } = await this.database.queries.execute<{
      count: number;
      since: string | null;
      due: string | null;
    }>(
      sql`select count(*)::int as count, min(disputed_at) as since, min(dispute ->> 'dueBy') as due
        from ${orders} where ${ordersOf({ filter: 'evidence_due', now })}`,
    );
    const { count = 0, since = null, due = null } = rows[0] ?? {};
    return { count, since: timeOf(since), dueBy: timeOf(due) };
  }

  /** Orders with something that was not delivered. */
  undelivered = () =>
    this.counted(
      sql`select count(distinct order_id)::int as count, min(done_at) as since
        from fulfilments where outcome = 'undeliverable'`,
    );

  /**
   * Paid sessions without an order, of which a person was alerted since this time.
   * @param named of the newest, as many are named
   */
  async paidWithoutOrder(since: Date, named: number): Promise<Counted & { ids: string[] }> {
    const { rows } = await this.database.queries.execute<{
      count: number;
      since: string | null;
      ids: string[] | null;
    }>(
      sql`select count(*)::int as count, min(alerted_at) as since,
          (array_agg(stripe_id order by alerted_at desc))[1:${named}::int] as ids
        from foreign_payments
        where alerted_at > ${since.toISOString()}::timestamptz and ${WITHOUT_ORDER}`,
    );
    const { count = 0, since: oldest = null, ids = null } = rows[0] ?? {};
    return { count, since: timeOf(oldest), ids: ids ?? [] };
  }

  /** Events about orders that came between these times and are not handled. */
  unhandledEvents = (since: Date, until: Date) =>
    this.counted(
      sql`select count(*)::int as count, min(received_at) as since from webhook_events
        where received_at > ${since.toISOString()}::timestamptz
          and received_at < ${until.toISOString()}::timestamptz
          and subject_id is not null and handled_at is null`,
    );

  /** Events that a list of Stripe's has told of between these times, and that never reached the endpoint. */
  undeliveredEvents = (since: Date, until: Date) =>
    this.counted(
      sql`select count(*)::int as count, min(listed_at) as since from webhook_events
        where listed_at > ${since.toISOString()}::timestamptz
          and listed_at < ${until.toISOString()}::timestamptz and delivered_at is null`,
    );

  /** When an event came last. */
  async lastEvent(): Promise<Date | null> {
    const { rows } = await this.database.queries.execute<{ at: string | null }>(
      sql`select max(received_at) as at from webhook_events`,
    );
    return timeOf(rows[0]?.at ?? null);
  }

  /** Orders placed since this time, by their status now. */
  async ordersByStatus(since: Date): Promise<{ status: string; count: number }[]> {
    const { rows } = await this.database.queries.execute<{ status: string; count: number }>(
      sql`select status, count(*)::int as count from orders
        where created_at > ${since.toISOString()}::timestamptz group by status order by status`,
    );
    return rows.map(({ status, count }) => ({ status, count }));
  }

  /** What became paid since this time, by currency. */
  async moneyByCurrency(since: Date): Promise<DayMoney[]> {
    const { rows } = await this.database.queries.execute<
      Record<'paid' | 'refunded', string> & { currency: string; orders: number }
    >(
      sql`select currency, count(*)::int as orders, sum(total_minor)::text as paid,
          sum(refunded_minor)::text as refunded
        from orders where paid_at > ${since.toISOString()}::timestamptz
        group by currency order by currency`,
    );
    return rows.map(({ currency, orders, paid, refunded }) => {
      return { currency, orders, paidMinor: Number(paid), refundedMinor: Number(refunded) };
    });
  }

  private async counted(query: SQL): Promise<Counted> {
    const { rows } = await this.database.queries.execute<{ count: number; since: string | null }>(
      query,
    );
    const { count = 0, since = null } = rows[0] ?? {};
    return { count, since: timeOf(since) };
  }
}

const timeOf = (value: string | null) => (value === null ? null : new Date(value));
