import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { ConstructorOptions } from 'pg-boss';
import { fromPglite } from 'pg-boss';
import { keepDataPrivate } from '../keep-data-private';
import { Database } from '../database';
import type { Queries, Statement, Transaction } from '../database';
import { DatabaseFolderError } from './database-folder-error';
import { startMaintenance } from './embedded-maintenance';
import { exitOnFatalError } from '../exit-on-fatal-error';
import { releaseDataDir } from './lock-data-dir';
import { openPglite } from './open-pglite';
import { requireMigrations } from '../schema/migration-state';
import { migrationsFolder } from '../schema/migrations-folder';

/** PostgreSQL inside this process (PGlite): one session, files in a folder that only this process uses. */
export class EmbeddedDatabase extends Database {
  readonly engine = 'embedded';
  readonly queries: Queries;
  readonly bossOptions: ConstructorOptions;

  private constructor(
    private readonly client: PGlite,
    private readonly dataDir: string,
    private readonly endMaintenance: () => void,
  ) {
    super();
    this.queries = drizzle(client) as unknown as Queries;
    this.bossOptions = { backend: 'pglite', db: fromPglite(client) };
  }

  /**
   * @param dataDir locked by this process: see lockDataDir
   * @param migrates whether to bring its tables up to date; else they must be
   * @param onError called when maintenance fails
   * @throws DatabaseFolderError when there are files that are no whole database
   */
  static async open(
    dataDir: string,
    migrates: boolean,
    onError: (error: unknown) => void,
  ): Promise<EmbeddedDatabase> {
    try {
      const folder = join(dataDir, 'pglite');
      const client = await openPglite(folder).catch((error: unknown) => {
        throw new DatabaseFolderError(folder, error);
      });
      // PGlite unpacks a new database with rights for everybody.
      keepDataPrivate(dataDir);
      exitOnFatalError(client, dataDir);
      if (migrates) await migrate(drizzle(client), { migrationsFolder });
      else await requireMigrations(drizzle(client) as unknown as Queries);
      return new EmbeddedDatabase(client, dataDir, startMaintenance(client, onError));
    } catch (error) {
      releaseDataDir(dataDir);
      throw error;
    }
  }

  /**
   * Each transaction gives the event loop a turn. The engine never waits, so queued transactions would run one after the
   * other and the process would not look at its sockets: with 64 busy connections a new one was accepted after four
   * seconds.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.queries.transaction(async (tx) => {
      await nextTurn();
      return work(tx);
    });
  }

  async write(statements: Statement[]): Promise<void> {
    await this.client.transaction(async (tx) => {
      await nextTurn();
      for (const { text, values } of statements) await tx.query(text, values);
    });
  }

  async close(): Promise<void> {
    this.endMaintenance();
    await this.client.close();
    releaseDataDir(this.dataDir);
  }
}
