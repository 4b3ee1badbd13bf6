import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { migrationsFolder } from '../src/database/schema/migrations-folder';
import { createTestDatabase } from './engines';
import type { TestDatabase } from './engines';
import type { TestApi } from './start-test-api';

/** A database of its own that lacks the newest migration and has the API's orders: as a dump of an older version. */
export async function createOlderDatabase(api: TestApi): Promise<TestDatabase> {
  const database = await createTestDatabase('postgres');
  const client = new pg.Client({ connectionString: database.env['DATABASE_URL'] });
  await client.connect();
  try {
    // The template of the specs has every migration.
    await client.query('drop schema if exists drizzle, pgboss, public cascade');
    await client.query('create schema public');
    await migrateButNewest(client);
    for (const table of ['orders', 'order_lines']) {
      const { rows } = await api.database.queries.execute<{ row: object }>(
        sql.raw(`select to_json(${table}) as row from ${table}`),
      );
      const insertion = `insert into ${table} select * from json_populate_record(null::${table}, $1)`;
      for (const { row } of rows) await client.query(insertion, [JSON.stringify(row)]);
    }
    return database;
  } finally {
    await client.end();
  }
}

async function migrateButNewest(client: pg.Client): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'older-migrations-'));
  try {
    await cp(migrationsFolder, folder, { recursive: true });
    const file = join(folder, 'meta', '_journal.json');
    const journal = JSON.parse(await readFile(file, 'utf8')) as { entries: unknown[] };
    const entries = journal.entries.slice(0, -1);
    await writeFile(file, JSON.stringify({ ...journal, entries }));
    await migrate(drizzle(client), { migrationsFolder: folder });
  } finally {
    await rm(folder, { recursive: true });
  }
}
