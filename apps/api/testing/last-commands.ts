import { desc, eq } from 'drizzle-orm';
import { staffActions } from '../src/database/schema/staff-tables';
import type { StaffActionRow } from '../src/database/schema/staff-tables';
import type { TestApi } from './start-test-api';

/** What the last commands have left in the audit, oldest first. */
export async function lastCommands(api: TestApi, count: number): Promise<StaffActionRow[]> {
  const rows = await api.database.queries
    .select()
    .from(staffActions)
    .where(eq(staffActions.who, 'command line'))
    .orderBy(desc(staffActions.id))
    .limit(count);
  return rows.reverse();
}
