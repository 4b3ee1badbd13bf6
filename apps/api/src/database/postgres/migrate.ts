import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { MigrationLockedError } from '../migration-errors';
import { migrationsFolder } from '../schema/migrations-folder';
import { setSession } from './session-timeouts';

/** Any number; the same in every replica, so that they migrate one after the other. */
const MIGRATION_LOCK = 7_305_462;

const CONNECT_TIMEOUT_MS = 5000;

/**
 * PostgreSQL's codes for a lock that was not there in time, and for a deadlock: several tables are locked one after the
 * other, and what runs meanwhile has others first.
 */
const LOCKED: readonly unknown[] = ['55P03', '40P01'];

/** How long a migration waits for locks. */
export interface LockWaits {
  /** For one lock: the statements of running processes queue up behind a migration that waits. */
  lockTimeoutMs: number;
  tries: number;
  pauseMs: number;
}

/** About a minute. */
const WAITS: LockWaits = { lockTimeoutMs: 2000, tries: 20, pauseMs: 1000 };

/**
 * Applies the migrations of this build, all or none. Replicas that start together take turns; the first migrates, the
 * others find nothing to do.
 * @throws MigrationLockedError when the locks were not there in time
 */
export async function migrateOnce(
  url: string,
  { lockTimeoutMs, tries, pauseMs } = WAITS,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await tryToMigrate(url, lockTimeoutMs);
    } catch (error) {
      if (!isLocked(error)) throw error;
      if (attempt === tries) throw new MigrationLockedError(error);
    }
    await wait(pauseMs);
  }
}

async function tryToMigrate(url: string, lockTimeoutMs: number): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  });
  // Told by the statement that fails of it; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await setSession(client, { lock_timeout: lockTimeoutMs }, true);
    const db = drizzle(client);
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
    await migrate(db, { migrationsFolder });
  } finally {
    await client.end();
  }
}

function isLocked(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (LOCKED.includes((cause as { code?: unknown }).code)) return true;
  }
  return false;
}
