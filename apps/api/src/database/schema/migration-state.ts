import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Queries } from '../database';
import { NotMigratedError } from '../migration-errors';
import { migrationsFolder } from './migrations-folder';

/**
 * - `ready`: the database has every migration of this build. It may have more: a newer build runs beside this one
 * - `behind`: it lacks some
 * - `different`: one of them has another content, or another place
 */
export type MigrationState = 'ready' | 'behind' | 'different';

/**
 * @param applied hashes of the migrations of a database, the first one first
 * @param ours those of this build
 */
export function compareMigrations(
  applied: readonly string[],
  ours: readonly string[],
): MigrationState {
  if (ours.some((hash, index) => index < applied.length && applied[index] !== hash)) {
    return 'different';
  }
  return applied.length < ours.length ? 'behind' : 'ready';
}

let ours: string[] | undefined;

/** @throws what the database throws, also when it has never been migrated */
export async function readMigrationState(queries: Queries): Promise<MigrationState> {
  ours ??= readMigrationFiles({ migrationsFolder }).map(({ hash }) => hash);
  const { rows } = await queries.execute<{ hash: string }>(
    sql`select hash from drizzle.__drizzle_migrations order by created_at, id`,
  );
  return compareMigrations(
    rows.map(({ hash }) => hash),
    ours,
  );
}

/** @throws NotMigratedError */
export async function requireMigrations(queries: Queries): Promise<void> {
  const state = await readMigrationState(queries).catch((error: unknown) => {
    if (hasNoTable(error)) return 'behind';
    throw error;
  });
  if (state !== 'ready') throw new NotMigratedError();
}

/** Undefined table or schema (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
function hasNoTable(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (['42P01', '3F000'].includes(String((cause as { code?: unknown }).code))) return true;
  }
  return false;
}
