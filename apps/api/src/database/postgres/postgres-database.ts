import { drizzle } from 'drizzle-orm/node-postgres';
import type { ConstructorOptions } from 'pg-boss';
import pg from 'pg';
import { Database } from '../database';
import type { Queries, Statement, Transaction } from '../database';
import { isDatabaseUnavailable } from '../is-database-unavailable';
import { requireMigrations } from '../schema/migration-state';
import { migrateOnce } from './migrate';
import { sessionTimeouts } from './session-timeouts';

/** A request may need a connection and a statement, and is answered within three seconds. */
const CONNECT_TIMEOUT_MS = 1000;
const STATEMENT_TIMEOUT_MS = 1500;

/** Jobs may take longer, but none waits for ever on a connection that has gone silent. */
const JOB_STATEMENT_TIMEOUT_MS = 5000;

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
    writes: boolean,
  ) {
    super();
    this.queries = drizzle(pool);
    this.bossOptions = {
      connectionString: url,
      max: 4,
      connectionTimeoutMillis: JOB_STATEMENT_TIMEOUT_MS,
      ...sessionTimeouts(JOB_STATEMENT_TIMEOUT_MS, writes),
    };
  }

  /**
   * @param url postgres://…; TLS by its `sslmode`
   * @param migrates whether to bring its tables up to date, which takes a server that can be written; else they must be,
   *   and a standby will do for what only reads
   * @param onError told of connections that break while nobody is using them
   */
  static async open(
    url: string,
    migrates: boolean,
    onError: (error: Error) => void,
  ): Promise<PostgresDatabase> {
    const pool = new pg.Pool({
      connectionString: url,
      max: 16,
      // A statement is sent without waiting for the answers to those before it, where its caller does not wait.
      pipeline: true,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      ...sessionTimeouts(STATEMENT_TIMEOUT_MS, migrates),
    });
    // Without both listeners a restart of the server ends this process.
    pool.on('error', onError);
    pool.on('connect', (client) => client.on('error', onError));
    try {
      if (migrates) await migrateOnce(url);
      else await requireMigrations(drizzle(pool));
    } catch (error) {
      await pool.end();
      throw error;
    }
    return new PostgresDatabase(pool, url, migrates);
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
