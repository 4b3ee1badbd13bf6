import { describe } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { answers, databaseUrl, onServer } from './postgres-server.mjs';

/** A database of its own for one suite, and how to get rid of it. */
export interface TestDatabase {
  env: Record<string, string>;
  drop: () => Promise<unknown>;
}

const hasPostgres = await answers();
if (!hasPostgres) {
  console.warn(
    'No PostgreSQL answers at TEST_DATABASE_URL or 127.0.0.1:5432: embedded database only.',
  );
}

type Engine = 'embedded' | 'postgres';

const all: Engine[] = hasPostgres ? ['embedded', 'postgres'] : ['embedded'];
/** Set by the groups of specs; a spec that is run by its name runs on all. */
const part = process.env['TEST_PART'];

/**
 * What a suite runs on that is about the database: its locks, drivers, queues, statements of our own. Always the embedded
 * database, and PostgreSQL where one answers. `npx nx test api` leaves the embedded one to `npx nx run api:test-embedded`
 * then.
 */
export const engines: Engine[] =
  part === 'usual' ? all.slice(-1) : part === 'embedded' ? all.slice(0, 1) : all;

/**
 * What a suite runs on that only stores its data: PostgreSQL where one answers, else the embedded database; with
 * `TEST_DATABASES=both`, as every night, on both.
 */
export const usualEngines: Engine[] =
  process.env['TEST_DATABASES'] === 'both' ? all : engines.slice(-1);

export async function createTestDatabase(engine: Engine): Promise<TestDatabase> {
  if (engine === 'embedded') return { env: {}, drop: () => Promise.resolve() };
  const name = `order_test_${randomBytes(8).toString('hex')}`;
  // Made before the first spec; a copy takes a tenth of the time of the migrations.
  const template = process.env['TEST_POSTGRES_TEMPLATE'];
  await onServer((client) =>
    client.query(`create database ${name}${template ? ` template ${template}` : ''}`),
  );
  return {
    env: { DATABASE_URL: databaseUrl(name) },
    drop: () => onServer((client) => client.query(`drop database ${name} with (force)`)),
  };
}

/** A suite that only makes sense on PostgreSQL. */
export const describeOnPostgres: typeof describe.skip = hasPostgres ? describe : describe.skip;
