import { Injectable } from '@nestjs/common';
import { inArray, lt } from 'drizzle-orm';
import { Database } from '../database/database';
import { staffActions, staffSessions, staffSignIns } from '../database/schema/staff-tables';

/** Queries on what staff did, and signed in with, that nothing needs any more; no decisions. */
@Injectable()
export class OldStaffRepository {
  constructor(private readonly database: Database) {}

  /** Removes records of the audit that were made before this time. @returns how many, at most `limit` */
  async removeActions(before: Date, limit: number): Promise<number> {
    const { id, at } = staffActions;
    const old = this.database.queries
      .select({ id })
      .from(staffActions)
      .where(lt(at, before))
      .limit(limit);
    const rows = await this.database.queries
      .delete(staffActions)
      .where(inArray(id, old))
      .returning({ id });
    return rows.length;
  }

  /** Removes sessions and links that ended before this time. @returns how many, at most `limit` of each */
  async removeSignIns(before: Date, limit: number): Promise<number> {
    let count = 0;
    for (const table of [staffSessions, staffSignIns] as const) {
      const { tokenHash, expiresAt } = table;
      const old = this.database.queries
        .select({ tokenHash })
        .from(table)
        .where(lt(expiresAt, before))
        .limit(limit);
      const rows = await this.database.queries
        .delete(table)
        .where(inArray(tokenHash, old))
        .returning({ tokenHash });
      count += rows.length;
    }
    return count;
  }
}
