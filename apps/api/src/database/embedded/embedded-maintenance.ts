import type { PGlite } from '@electric-sql/pglite';

const INTERVAL_MS = 10_000;

/** How much a crash may leave to be read again at the next start: some tenths of a second. */
const MAX_WAL_BYTES = 32 * 1024 * 1024;

/** When autovacuum would act (https://www.postgresql.org/docs/18/routine-vacuuming.html), with its default settings. */
const WORN_TABLES = `
  select format('%I.%I', stat.schemaname, stat.relname) as name
  from pg_stat_user_tables stat join pg_class on pg_class.oid = stat.relid
  where n_dead_tup > 50 + 0.2 * greatest(reltuples, n_live_tup)
     or n_mod_since_analyze > 50 + 0.1 * greatest(reltuples, n_live_tup)`;

/**
 * What a PostgreSQL server does in the background, and PGlite, which has no background, never does: tables that have
 * changed much are vacuumed and analysed, and the write-ahead log is cut by a checkpoint before it fills the disk.
 * @param onError told of an upkeep that failed; the next one is tried all the same
 * @returns how to end it
 */
export function keepUp(client: PGlite, onError: (error: unknown) => void): () => void {
  let busy = false;
  let ended = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    void upkeep(client)
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

/** One round of it: a statement a table, so that requests pass in between. */
export async function upkeep(client: PGlite): Promise<void> {
  // Numbers of the last second are only written when somebody asks for it.
  await client.query('select pg_stat_force_next_flush()');
  const { rows: tables } = await client.query<{ name: string }>(WORN_TABLES);
  for (const { name } of tables) await client.query(`vacuum (analyze) ${name}`);
  const { rows } = await client.query<{ bytes: number }>(
    `select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::float8 as bytes from pg_control_checkpoint()`,
  );
  if ((rows[0]?.bytes ?? 0) > MAX_WAL_BYTES) await client.query('checkpoint');
}
