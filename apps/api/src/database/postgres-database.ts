import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { ConstructorOptions } from 'pg-boss';
import pg from 'pg';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Database } from './database';
import type { Queries } from './database';
import { migrationsFolder } from './migrations-folder';

const CONNECT_TIMEOUT_MS = 2500;
const STATEMENT_TIMEOUT_MS = 2500;

/** Any number; the same in every replica, so that they migrate one after the other. */
const MIGRATION_LOCK = 7_305_462;

/** A PostgreSQL server, shared by as many replicas as there are. */
export class PostgresDatabase extends Database {
  readonly engine = 'postgres';
  readonly queries: Queries;
  readonly bossOptions: ConstructorOptions;

  private constructor(
    private readonly pool: pg.Pool,
    url: string,
  ) {
    super();
    this.queries = drizzle(pool);
    this.bossOptions = {
      connectionString: url,
      max: 4,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    };
  }

  /**
   * @param url postgres://…; TLS by its `sslmode`
   * @param onError told of connections that break while nobody is using them
   */
  static async open(url: string, onError: (error: Error) => void): Promise<PostgresDatabase> {
    const pool = new pg.Pool({
      connectionString: url,
      max: 16,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      query_timeout: STATEMENT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: 10_000,
      keepAlive: true,
    });
    // Without both listeners a restart of the server ends this process.
    pool.on('error', onError);
    pool.on('connect', (client) => client.on('error', onError));
    try {
      await migrateOnce(url);
    } catch (error) {
      await pool.end();
      throw error;
    }
    return new PostgresDatabase(pool, url);
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

/** Replicas that start together take turns; the first migrates, the others find nothing to do. */
async function migrateOnce(url: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  await client.connect();
  try {
    const db = drizzle(client);
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
    await migrate(db, { migrationsFolder });
  } finally {
    await client.end();
  }
}
