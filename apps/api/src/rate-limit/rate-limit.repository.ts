import { Injectable } from '@nestjs/common';
import { desc, eq, inArray, lt, sql } from 'drizzle-orm';
import { Database } from '../database/database';
import { rateLimits } from '../database/schema/rate-limit-tables';

/** Queries on counted requests; no decisions. */
@Injectable()
export class RateLimitRepository {
  constructor(private readonly database: Database) {}

  /**
   * Records a hit unless there have been `max` within the window that ends now. One statement, so that requests at the
   * same moment, in whichever process, are counted one after the other. A refused hit is not recorded: whoever goes on
   * asking waits no longer for it.
   * @returns whether it was recorded
   */
  async hit(key: string, max: number, windowMs: number, now: Date): Promise<boolean> {
    const { hits } = rateLimits;
    const time = sql`${now.toISOString()}::timestamptz`;
    const expiresAt = new Date(now.getTime() + windowMs);
    const windowBegan = sql`${new Date(now.getTime() - windowMs).toISOString()}::timestamptz`;
    const rows = await this.database.queries
      .insert(rateLimits)
      .values({ key, hits: sql`array[${time}]`, expiresAt })
      .onConflictDoUpdate({
        target: rateLimits.key,
        set: {
          // The newest `max` are all that is ever looked at.
          hits: sql`(${hits} || ${time})[greatest(1, cardinality(${hits}) + 2 - ${max}::int):]`,
          expiresAt,
        },
        setWhere: sql`cardinality(${hits}) < ${max}::int
          or ${hits}[cardinality(${hits}) + 1 - ${max}::int] <= ${windowBegan}`,
      })
      .returning({ key: rateLimits.key });
    return rows.length > 0;
  }

  /** Removes the newest hit. */
  async takeBack(key: string): Promise<void> {
    const { hits } = rateLimits;
    await this.database.queries
      .update(rateLimits)
      .set({ hits: sql`${hits}[:cardinality(${hits}) - 1]` })
      .where(eq(rateLimits.key, key));
  }

  /** Milliseconds until the oldest of the last `max` hits leaves the window. */
  async waitOf(key: string, max: number, windowMs: number, now: Date): Promise<number> {
    const { hits } = rateLimits;
    const oldest = sql`${hits}[greatest(1, cardinality(${hits}) + 1 - ${max}::int)]`;
    const time = sql`${now.toISOString()}::timestamptz`;
    const rows = await this.database.queries
      .select({
        ms: sql<number>`(extract(epoch from ${oldest} - ${time}) * 1000)::float8 + ${windowMs}::float8`,
      })
      .from(rateLimits)
      .where(eq(rateLimits.key, key));
    return Math.max(0, rows[0]?.ms ?? 0);
  }

  /** Removes what no window reaches any more, and of the rest all but `most`: those whose window ends first. */
  async forget(now: Date, most: number): Promise<void> {
    const { key, expiresAt } = rateLimits;
    await this.database.queries.delete(rateLimits).where(lt(expiresAt, now));
    const tooMany = this.database.queries
      .select({ key })
      .from(rateLimits)
      .orderBy(desc(expiresAt))
      .offset(most);
    await this.database.queries.delete(rateLimits).where(inArray(key, tooMany));
  }
}
