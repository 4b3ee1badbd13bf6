import { Injectable } from '@nestjs/common';
import { and, eq, gt, isNull, lt, or } from 'drizzle-orm';
import { Database } from '../../database/database';
import { reconciliation } from '../../database/schema/reconciliation-tables';

/** How far each list of Stripe's has been read; no decisions. */
@Injectable()
export class ReadingPositionRepository {
  constructor(private readonly database: Database) {}

  /** Everything created before this time has been read; undefined before the first pass. */
  async find(name: string): Promise<Date | undefined> {
    const rows = await this.database.queries
      .select({ reachedAt: reconciliation.reachedAt })
      .from(reconciliation)
      .where(eq(reconciliation.name, name));
    return rows[0]?.reachedAt;
  }

  /** @returns false when the position is no longer `from`: another pass has moved it, or `rewind` */
  async advance(name: string, from: Date | undefined, to: Date): Promise<boolean> {
    if (!from) {
      const made = await this.database.queries
        .insert(reconciliation)
        .values({ name, reachedAt: to })
        .onConflictDoNothing()
        .returning({ name: reconciliation.name });
      return made.length > 0;
    }
    const moved = await this.database.queries
      .update(reconciliation)
      .set({ reachedAt: to })
      .where(and(eq(reconciliation.name, name), eq(reconciliation.reachedAt, from)))
      .returning({ name: reconciliation.name });
    return moved.length > 0;
  }

  /** @returns false when somebody was alerted since `before` */
  async claimAlert(name: string, now: Date, before: Date): Promise<boolean> {
    const rows = await this.database.queries
      .update(reconciliation)
      .set({ alertedAt: now })
      .where(
        and(
          eq(reconciliation.name, name),
          or(isNull(reconciliation.alertedAt), lt(reconciliation.alertedAt, before)),
        ),
      )
      .returning({ name: reconciliation.name });
    return rows.length > 0;
  }

  /** Moves the position back, so that the next pass reads again from this time. */
  async rewind(name: string, to: Date): Promise<void> {
    await this.database.queries
      .update(reconciliation)
      .set({ reachedAt: to })
      .where(and(eq(reconciliation.name, name), gt(reconciliation.reachedAt, to)));
  }
}
