import type { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { Database } from '../../../../api/src/database/database';
import type { Queries, Statement, Transaction } from '../../../../api/src/database/database';
import type { Kernel, Process } from './kernel';

type Query = PGlite['query'];

/** The one database, as one process sees it: each statement waits for its turn, and may be the last. */
export class SimulatedDatabase extends Database {
  readonly engine = 'embedded';
  readonly queries: Queries;
  readonly bossOptions = {};
  private readonly inside: Transaction;

  constructor(
    private readonly client: PGlite,
    private readonly kernel: Kernel,
    private readonly process: Process,
  ) {
    super();
    this.queries = this.speak(async (text, ...rest) => {
      await this.kernel.turn(this.process, text, true);
      return client.query(text, ...rest);
    }) as unknown as Queries;
    this.inside = this.speak(async (text, ...rest) => {
      await this.kernel.point(this.process, text);
      return client.query(text, ...rest);
    }) as unknown as Transaction;
  }

  private speak(query: Query) {
    return drizzle({ client: { query } as unknown as PGlite });
  }

  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const { kernel, process, client } = this;
    await kernel.turn(process, 'begin', true);
    kernel.hold(process);
    try {
      await client.query('begin');
      const result = await work(this.inside);
      await kernel.point(process, 'commit');
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      kernel.release(process);
    }
  }

  async write(statements: Statement[]): Promise<void> {
    await this.transaction(async () => {
      for (const { text, values } of statements) {
        await this.kernel.point(this.process, text);
        await this.client.query(text, values);
      }
    });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
