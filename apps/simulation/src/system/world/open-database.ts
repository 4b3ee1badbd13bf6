import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { migrationsFolder } from '../../../../api/src/database/schema/migrations-folder';
import { keepPrepared } from '../machine/prepared';
import { JOB_TABLE } from '../machine/job-store';

/** A cache of 8 MB: what is not used has not to be written at the start. */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=8MB', '-c', 'jit=off'];

/** PostgreSQL in memory, with the product's tables. */
export async function openDatabase(): Promise<PGlite> {
  const client = await PGlite.create({ startParams });
  await migrate(drizzle(client), { migrationsFolder });
  await client.exec(JOB_TABLE);
  keepPrepared(client);
  return client;
}

/** Empties every table that a history has filled. */
export async function emptyDatabase(client: PGlite): Promise<void> {
  tables ??= await tablesOf(client);
  await client.exec(tables.map((name) => `delete from ${name};`).join('\n'));
  emptied += 1;
  if (emptied % VACUUM_EVERY === 0) await client.exec('vacuum');
}

/** The shop has been open before: what Stripe lists was read up to now. A first reading goes back a month. */
export async function startLists(client: PGlite, nowMs: number): Promise<void> {
  await client.query(
    `insert into reconciliation (name, reached_at)
     select name, $1 from unnest(array['events', 'refunds', 'disputes']) as name`,
    [new Date(nowMs)],
  );
}

/** What is deleted slows the next histories down until it is swept away. */
const VACUUM_EVERY = 10;
let emptied = 0;
let tables: string[] | undefined;

async function tablesOf(client: PGlite): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'pgboss') order by tablename = 'orders' desc, tablename`,
  );
  return rows.map(({ name }) => name);
}
