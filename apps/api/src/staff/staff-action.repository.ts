import { Injectable } from '@nestjs/common';
import { desc, eq, lt } from 'drizzle-orm';
import { Database } from '../database/database';
import { staffActions } from '../database/schema/staff-tables';
import type { StaffActionRow } from '../database/schema/staff-tables';

/** What is written down of an action beside who has done it, and when. */
export type ActionNote = Partial<
  Pick<StaffActionRow, 'orderNumber' | 'subject' | 'reason' | 'before' | 'after'>
>;

/** Where a page of the audit begins. */
export interface AuditKey {
  id: number;
}

/** Queries on what staff have done; no decisions. */
@Injectable()
export class StaffActionRepository {
  constructor(private readonly database: Database) {}

  /** @returns its id */
  async insert(
    row: Pick<StaffActionRow, 'at' | 'apiKeyId' | 'personId' | 'who' | 'action' | 'orderNumber'>,
  ): Promise<number> {
    const rows = await this.database.queries
      .insert(staffActions)
      .values(row)
      .returning({ id: staffActions.id });
    return rows[0]?.id ?? 0;
  }

  async end(id: number, status: number, code: string | null): Promise<void> {
    await this.database.queries
      .update(staffActions)
      .set({ status, code })
      .where(eq(staffActions.id, id));
  }

  async note(id: number, note: ActionNote): Promise<void> {
    await this.database.queries.update(staffActions).set(note).where(eq(staffActions.id, id));
  }

  /** Newest first. */
  async page(after: AuditKey | undefined, limit: number): Promise<StaffActionRow[]> {
    return this.database.queries
      .select()
      .from(staffActions)
      .where(after && lt(staffActions.id, after.id))
      .orderBy(desc(staffActions.id))
      .limit(limit);
  }

  /** About one order, oldest first: the newest ones where there are many. */
  async ofOrder(orderNumber: string, limit: number): Promise<StaffActionRow[]> {
    const rows = await this.database.queries
      .select()
      .from(staffActions)
      .where(eq(staffActions.orderNumber, orderNumber))
      .orderBy(desc(staffActions.id))
      .limit(limit);
    return rows.reverse();
  }
}
