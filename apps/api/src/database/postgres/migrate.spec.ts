import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, engines } from '../../../testing/engines';
import type { TestDatabase } from '../../../testing/engines';
import { until } from '../../../testing/until';
import { MigrationLockedError } from '../migration-errors';
import { migrateOnce } from './migrate';

const WAITS = { lockTimeoutMs: 50, tries: 3, pauseMs: 10 };

(engines.includes('postgres') ? describe : describe.skip)('a migration of PostgreSQL', () => {
  let database: TestDatabase;
  let url: string;
  let other: pg.Client;
  beforeEach(async () => {
    database = await createTestDatabase('postgres');
    url = database.env['DATABASE_URL'] ?? '';
    other = new pg.Client({ connectionString: url });
    await other.connect();
  });
  afterEach(async () => {
    await other.end();
    await database.drop();
  });

  const locks: [string, string][] = [
    [
      'a table is locked by a transaction left open',
      'begin; lock table drizzle.__drizzle_migrations',
    ],
    ['another process migrates and does not end', 'select pg_advisory_lock(7305462)'],
  ];
  it.each(locks)('gives up in time and says what to do while %s', async (_, lock) => {
    await migrateOnce(url);
    await other.query(lock);
    const error = await migrateOnce(url, WAITS).catch((failed: unknown) => failed);
    expect(error).toBeInstanceOf(MigrationLockedError);
    expect((error as Error).message).toContain('pg_stat_activity');
  });

  it.each(locks)('goes on by itself when the lock is given back: %s', async (_, lock) => {
    await migrateOnce(url);
    await other.query(lock);
    const migrated = migrateOnce(url, { ...WAITS, tries: 1000 });
    await untilWaiting(2);
    await other.query('rollback');
    await other.query('select pg_advisory_unlock_all()');
    await migrated;
  });

  it('begins again when each waits for what the other has', async () => {
    await migrateOnce(url);
    // So that it is the migration that is ended.
    await other.query(`set deadlock_timeout = '1min'`);
    await other.query('begin; lock table drizzle.__drizzle_migrations');
    const migrated = migrateOnce(url, { ...WAITS, lockTimeoutMs: 30_000 });
    await untilWaiting(1);
    await other.query('select pg_advisory_lock(7305462)');
    await other.query('rollback');
    await other.query('select pg_advisory_unlock_all()');
    await migrated;
  });

  /** Until so many tries of the migration have been seen to wait for a lock. */
  async function untilWaiting(tries: number): Promise<void> {
    const seen = new Set<number>();
    await until(
      async () => {
        // A transaction keeps seeing the activity that it has seen.
        await other.query('select pg_stat_clear_snapshot()');
        const { rows } = await other.query<{ pid: number }>(
          `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        for (const { pid } of rows) seen.add(pid);
        return seen.size;
      },
      (size) => size >= tries,
    );
  }
});
