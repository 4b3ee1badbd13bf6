import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { ConstructorOptions } from 'pg-boss';
import pg from 'pg';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Database } from '../database';
import type { Queries, Statement, Transaction } from '../database';
import { isDatabaseUnavailable } from '../is-database-unavailable';
import { migrationsFolder } from '../schema/migrations-folder';

/** A request may need a connection and a statement, and is answered within three seconds. */
const CONNECT_TIMEOUT_MS = 1000;
const STATEMENT_TIMEOUT_MS = 1500;

/** Jobs may take longer, but none waits for ever on a connection that has gone silent. */
const JOB_STATEMENT_TIMEOUT_MS = 5000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 10_000;

/** Any number; the same in every replica, so that they migrate one after the other. */
const MIGRATION_LOCK = 7_305_462;

/** A PostgreSQL server, shared by as many replicas as there are. */
export class PostgresDatabase extends Database {
  readonly engine = 'postgres';
  readonly queries: Queries;
  readonly bossOptions: ConstructorOptions;

  /** Of statements that are planned once a connection, by their text. */
  private readonly names = new Map<string, string>();

  private constructor(
    private readonly pool: pg.Pool,
    url: string,
  ) {
    super();
    this.queries = drizzle(pool);
    this.bossOptions = {
      connectionString: url,
      max: 4,
      connectionTimeoutMillis: JOB_STATEMENT_TIMEOUT_MS,
      ...timeouts(JOB_STATEMENT_TIMEOUT_MS),
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
      // A statement is sent without waiting for the answers to those before it, where its caller does not wait.
      pipeline: true,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      ...timeouts(STATEMENT_TIMEOUT_MS),
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

  /**
   * Not the query builder's own: that one keeps the connection for ever when BEGIN fails, and gives a broken one back
   * to the pool.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.withClient(async (client) => {
      await client.query('begin');
      const result = await work(drizzle(client));
      await client.query('commit');
      return result;
    });
  }

  /** When one of the statements fails, COMMIT does what ROLLBACK does. */
  async write(statements: Statement[]): Promise<void> {
    await this.withClient((client) =>
      Promise.all([
        client.query('begin'),
        ...statements.map(({ text, values }) => {
          const name = this.names.get(text) ?? `statement_${this.names.size}`;
          this.names.set(text, name);
          return client.query({ name, text, values });
        }),
        client.query('commit'),
      ]),
    );
  }

  private async withClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      return await work(client);
    } catch (error) {
      if (isDatabaseUnavailable(error)) broken = error;
      else await client.query('rollback').catch((failed: Error) => (broken = failed));
      throw error;
    } finally {
      // With an error the connection is thrown away.
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

/** Replicas that start together take turns; the first migrates, the others find nothing to do. */
async function migrateOnce(url: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: JOB_STATEMENT_TIMEOUT_MS,
    keepAlive: true,
  });
  // Told by the statement that fails of it; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const db = drizzle(client);
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
    await migrate(db, { migrationsFolder });
  } finally {
    await client.end();
  }
}

/** For the server and for this side of the connection: a server that is gone keeps no time. */
const timeouts = (statementMs: number) => ({
  statement_timeout: statementMs,
  query_timeout: statementMs,
  idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
  keepAlive: true,
});
