import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Queries } from '../database';
import { migrationsFolder } from './migrations-folder';

let newestMs: number | undefined;

/**
 * Whether the database lacks a migration of this build. One that has more, because a newer build runs beside this one,
 * lacks nothing.
 */
export async function hasPendingMigrations(queries: Queries): Promise<boolean> {
  newestMs ??= Math.max(...readMigrationFiles({ migrationsFolder }).map((one) => one.folderMillis));
  const { rows } = await queries.execute<{ newest: number | string | null }>(
    sql`select max(created_at) as newest from drizzle.__drizzle_migrations`,
  );
  return Number(rows[0]?.newest ?? 0) < newestMs;
}
