import { Injectable } from '@nestjs/common';
import { and, count, eq, gt, lt, sql } from 'drizzle-orm';
import { Database } from '../database/database';
import { confirmationGrants, verificationAttempts } from '../database/tables';

/** Queries on e-mail checks; no decisions. */
@Injectable()
export class VerificationRepository {
  constructor(private readonly database: Database) {}

  /** Records a try and returns how many there have been in the window, this one included. */
  async recordAttempt(sessionHash: string, windowMs: number): Promise<number> {
    const windowStart = sql`now() - ${windowMs} * interval '1 millisecond'`;
    return this.database.transaction(async (tx) => {
      await tx.delete(verificationAttempts).where(lt(verificationAttempts.at, windowStart));
      // Tries at the same moment take turns, so that each is counted.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${sessionHash}, 0))`);
      await tx.insert(verificationAttempts).values({ sessionHash });
      const rows = await tx
        .select({ attempts: count() })
        .from(verificationAttempts)
        .where(eq(verificationAttempts.sessionHash, sessionHash));
      return rows[0]?.attempts ?? 0;
    });
  }

  async grant(orderId: string, browserHash: string, durationMs: number): Promise<void> {
    const expiresAt = sql`now() + ${durationMs} * interval '1 millisecond'`;
    await this.database.queries
      .insert(confirmationGrants)
      .values({ orderId, browserHash, expiresAt })
      .onConflictDoUpdate({
        target: [confirmationGrants.orderId, confirmationGrants.browserHash],
        set: { expiresAt },
      });
  }

  async isGranted(orderId: string, browserHash: string): Promise<boolean> {
    const rows = await this.database.queries
      .select({ orderId: confirmationGrants.orderId })
      .from(confirmationGrants)
      .where(
        and(
          eq(confirmationGrants.orderId, orderId),
          eq(confirmationGrants.browserHash, browserHash),
          gt(confirmationGrants.expiresAt, sql`now()`),
        ),
      );
    return rows.length > 0;
  }
}
