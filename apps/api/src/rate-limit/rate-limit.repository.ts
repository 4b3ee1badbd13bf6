import { Injectable } from '@nestjs/common';
import { desc, eq, inArray, lt, sql } from 'drizzle-orm';
import { Database } from '../database/database';
import type { Queries } from '../database/database';
import { rateLimits } from '../database/schema/rate-limit-tables';

/** Queries on counted requests; no decisions. */
@Injectable()
export class RateLimitRepository {
  private readonly recordHit: ReturnType<typeof prepareHit>;

  constructor(private readonly database: Database) {
    this.recordHit = prepareHit(database.queries);
  }

  /**
   * Records a hit unless there have been `max` within the window that ends now. One statement, so that requests at the
   * same moment, in whichever process, are counted one after the other. A refused hit is not recorded: whoever goes on
   * asking waits no longer for it.
   * @returns whether it was recorded
   */
  async hit(key: string, max: number, windowMs: number, now: Date): Promise<boolean> {
    const rows = await this.recordHit.execute({
      key,
      max,
      now: now.toISOString(),
      windowBegan: new Date(now.getTime() - windowMs).toISOString(),
      expiresAt: new Date(now.getTime() + windowMs),
    });
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

/** Every limited request asks it, so it is built and planned once. */
function prepareHit(queries: Queries) {
  const { hits } = rateLimits;
  const time = sql`${sql.placeholder('now')}::timestamptz`;
  const max = sql`${sql.placeholder('max')}::int`;
  const expiresAt = sql`excluded.expires_at`;
  return queries
    .insert(rateLimits)
    .values({
      key: sql.placeholder('key'),
      hits: sql`array[${time}]`,
      expiresAt: sql.placeholder('expiresAt'),
    })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        // The newest `max` are all that is ever looked at.
        hits: sql`(${hits} || ${time})[greatest(1, cardinality(${hits}) + 2 - ${max}):]`,
        expiresAt,
      },
      setWhere: sql`cardinality(${hits}) < ${max}
        or ${hits}[cardinality(${hits}) + 1 - ${max}] <= ${sql.placeholder('windowBegan')}::timestamptz`,
    })
    .returning({ key: rateLimits.key })
    .prepare('record_hit');
}
