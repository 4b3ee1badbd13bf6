import type { PGlite } from '@electric-sql/pglite';

const INTERVAL_MS = 10_000;

/** What the next start must read again after a crash: some tenths of a second. */
const MAX_WAL_BYTES = 32 * 1024 * 1024;

/** When autovacuum would act (https://www.postgresql.org/docs/18/routine-vacuuming.html), with its default settings. */
const WORN_TABLES = `
  select format('%I.%I', stat.schemaname, stat.relname) as name
  from pg_stat_user_tables stat join pg_class on pg_class.oid = stat.relid
  where n_dead_tup > 50 + 0.2 * greatest(reltuples, n_live_tup)
     or n_mod_since_analyze > 50 + 0.1 * greatest(reltuples, n_live_tup)`;

/**
 * Does what a PostgreSQL server does in the background; PGlite has no background processes. Tables that have changed
 * much are vacuumed and analysed, and a checkpoint cuts the write-ahead log before it fills the disk.
 * @param onError called when a round fails; the next round runs all the same
 * @returns ends it
 */
export function startMaintenance(client: PGlite, onError: (error: unknown) => void): () => void {
  let busy = false;
  let ended = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    void maintain(client)
      .catch((error: unknown) => {
        if (!ended) onError(error);
      })
      .finally(() => (busy = false));
  }, INTERVAL_MS);
  timer.unref();
  return () => {
    ended = true;
    clearInterval(timer);
  };
}

/** One round: one statement for each table, so that requests pass in between. */
export async function maintain(client: PGlite): Promise<void> {
  // PostgreSQL writes the statistics of the last second only when asked.
  await client.query('select pg_stat_force_next_flush()');
  const { rows: tables } = await client.query<{ name: string }>(WORN_TABLES);
  for (const { name } of tables) await client.query(`vacuum (analyze) ${name}`);
  const { rows } = await client.query<{ bytes: number }>(
    `select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::float8 as bytes from pg_control_checkpoint()`,
  );
  if ((rows[0]?.bytes ?? 0) > MAX_WAL_BYTES) await client.query('checkpoint');
}
