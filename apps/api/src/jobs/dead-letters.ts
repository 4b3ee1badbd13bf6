import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Database } from '../database/database';
import { microsecondsOf } from '../database/microseconds-of';
import { deadLetters } from './queues';

/** A job that has failed for good. */
export interface DeadLetter {
  id: string;
  queue: string;
  at: Date;
  /** As `at`, to the microsecond: the key of a page. */
  key: string;
  /** How it failed, as `describeError` names it; null where that was not kept. */
  code: string | null;
  orderId: string | null;
  channel: string | null;
  stripeEventId: string | null;
  /** Of a withdrawal. */
  reference: string | null;
}

/** Where a page of a list that is sorted by time begins. */
export interface PageKey {
  key: string;
  id: string;
}

const names = [...deadLetters];

/** Jobs that have failed for good, as pg-boss keeps them; no decisions. */
@Injectable()
export class DeadLetters {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async page(after: PageKey | undefined, limit: number): Promise<DeadLetter[]> {
    const from = after
      ? sql`and (created_on, id) < (${after.key}::timestamptz, ${after.id}::uuid)`
      : sql``;
    return this.select(from, limit);
  }

  async find(id: string): Promise<DeadLetter | undefined> {
    const [found] = await this.select(sql`and id = ${id}::uuid`, 1);
    return found;
  }

  /** The newest one of an event of Stripe. There are few, so none needs an index. */
  async ofEvent(stripeEventId: string): Promise<DeadLetter | undefined> {
    const [found] = await this.select(sql`and data ->> 'stripeEventId' = ${stripeEventId}`, 1);
    return found;
  }

  /** How many there are, and since when. */
  async count(): Promise<{ count: number; since: Date | null }> {
    const { rows } = await this.database.queries.execute<{ count: number; since: string | null }>(
      sql`select count(*)::int as count, min(created_on) as since
        from pgboss.job where name in ${names} and state = 'created'`,
    );
    const { count = 0, since = null } = rows[0] ?? {};
    return { count, since: since === null ? null : new Date(since) };
  }

  /** When the sweep last began. It begins every minute while a worker runs; null: never. */
  async lastSweep(): Promise<{ at: Date | null; ageSeconds: number | null }> {
    const { rows } = await this.database.queries.execute<{ at: string | null; age: number | null }>(
      sql`select max(started_on) as at, extract(epoch from now() - max(started_on))::float8 as age
        from pgboss.job where name = 'order.sweep'`,
    );
    const { at = null, age = null } = rows[0] ?? {};
    return { at: at === null ? null : new Date(at), ageSeconds: age };
  }

  private async select(condition: ReturnType<typeof sql>, limit: number): Promise<DeadLetter[]> {
    const { rows } = await this.database.queries.execute<
      Omit<DeadLetter, 'at'> & Record<string, unknown>
    >(sql`select id, name as queue,
          ${microsecondsOf(sql`created_on`)} as key,
          coalesce(source_output ->> 'code', source_output ->> 'type') as code,
          data ->> 'orderId' as "orderId", data ->> 'channel' as channel,
          data ->> 'stripeEventId' as "stripeEventId", data ->> 'reference' as reference
        from pgboss.job
        where name in ${names} and state = 'created' ${condition}
        order by created_on desc, id desc
        limit ${limit}`);
    return rows.map((row) => ({ ...row, at: new Date(row.key) }));
  }
}
