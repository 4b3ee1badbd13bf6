import type { ExtractTablesWithRelations } from 'drizzle-orm';
import type { NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { ConstructorOptions } from 'pg-boss';

type Schema = Record<string, never>;

/** Queries, the same on both engines. Inside a transaction use the `Transaction` only: the embedded engine has one session. */
export type Queries = PgDatabase<NodePgQueryResultHKT, Schema, ExtractTablesWithRelations<Schema>>;
export type Transaction = Parameters<Parameters<Queries['transaction']>[0]>[0];

/** An open, migrated database. */
export abstract class Database {
  abstract readonly engine: 'embedded' | 'postgres';
  abstract readonly queries: Queries;
  /** How pg-boss reaches the same database. */
  abstract readonly bossOptions: ConstructorOptions;
  abstract close(): Promise<void>;

  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.queries.transaction(work);
  }
}
