import { Injectable } from '@nestjs/common';
import { eq } from 'drizzle-orm';
import { Database } from '../database/database';
import { staffActions } from '../database/schema/staff-tables';
import type { StaffActionRow } from '../database/schema/staff-tables';

/** Queries on what staff have done; no decisions. */
@Injectable()
export class StaffActionRepository {
  constructor(private readonly database: Database) {}

  /** @returns its id */
  async insert(row: Omit<StaffActionRow, 'id' | 'status' | 'code'>): Promise<number> {
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
}
