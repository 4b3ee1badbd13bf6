import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of its own for one suite, and how to get rid of it. */
export interface TestDatabase {
  env: Record<string, string>;
  drop: () => Promise<void>;
}

const SERVER = process.env['TEST_DATABASE_URL'] ?? 'postgres://root@127.0.0.1:5432/test';

const hasPostgres = await answers();
if (!hasPostgres) {
  console.warn(
    'No PostgreSQL answers at TEST_DATABASE_URL or 127.0.0.1:5432: embedded database only.',
  );
}

/** What every suite about data runs on: always the embedded database, and PostgreSQL where one answers. */
export const engines: ('embedded' | 'postgres')[] = hasPostgres
  ? ['embedded', 'postgres']
  : ['embedded'];

export async function createTestDatabase(engine: 'embedded' | 'postgres'): Promise<TestDatabase> {
  if (engine === 'embedded') return { env: {}, drop: () => Promise.resolve() };
  const name = `order_test_${randomBytes(8).toString('hex')}`;
  await onServer((client) => client.query(`create database ${name}`));
  const url = new URL(SERVER);
  url.pathname = `/${name}`;
  return {
    env: { DATABASE_URL: url.href },
    drop: () => onServer((client) => client.query(`drop database ${name} with (force)`)),
  };
}

async function answers(): Promise<boolean> {
  try {
    await onServer((client) => client.query('select 1'));
    return true;
  } catch {
    return false;
  }
}

async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER, connectionTimeoutMillis: 1500 });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
