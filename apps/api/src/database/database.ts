import type { ExtractTablesWithRelations } from 'drizzle-orm';
import type { NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { ConstructorOptions } from 'pg-boss';

type Schema = Record<string, never>;

/** Queries, the same on both engines. */
export type Queries = PgDatabase<NodePgQueryResultHKT, Schema, ExtractTablesWithRelations<Schema>>;

/**
 * Queries inside a transaction. While one is open use nothing else: the embedded engine has one session, and waiting
 * for a query outside of it is waiting for ever.
 */
export type Transaction = Omit<Queries, 'transaction'>;

/** One of few texts, each planned once a connection, and its parameters. */
export interface Statement {
  text: string;
  values: unknown[];
}

/** An open, migrated database. */
export abstract class Database {
  abstract readonly engine: 'embedded' | 'postgres';
  abstract readonly queries: Queries;
  /** How pg-boss reaches the same database. */
  abstract readonly bossOptions: ConstructorOptions;
  abstract close(): Promise<void>;

  /** Commits when the work resolves, rolls back when it throws. */
  abstract transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;

  /**
   * Commits all of these statements or none, in one trip. Should a server that is in trouble refuse the beginning alone,
   * each is committed for itself, in this order, and the answer is an error: so what may stand alone comes first, and all
   * of it can be written again.
   */
  abstract write(statements: Statement[]): Promise<void>;
}
