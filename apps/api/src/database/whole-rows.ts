import { getTableColumns } from 'drizzle-orm';
import type { InferSelectModel, Query } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Transaction } from './database';

const select = (table: PgTable) => new QueryBuilder().select().from(table);

/**
 * A SELECT of whole rows that is built once in this process and planned once on each connection, inside transactions too:
 * to build one of an order's many columns takes longer than to run it.
 * @param name of the statement on its connection, one for each text
 * @param narrow what follows `select … from table`, with `sql.placeholder` for each value
 * @returns what runs it on a connection, with a value for each placeholder
 */
export function wholeRows<Table extends PgTable>(
  name: string,
  table: Table,
  narrow: (rows: ReturnType<typeof select>) => { toSQL(): Query },
): (queries: Transaction, values: Record<string, unknown>) => Promise<InferSelectModel<Table>[]> {
  const built = narrow(select(table)).toSQL();
  const fields = Object.entries(getTableColumns(table)).map(([key, field]) => ({
    path: [key],
    field,
  }));
  return (queries, values) =>
    queries._.session
      .prepareQuery<{ execute: InferSelectModel<Table>[]; all: unknown; values: unknown }>(
        built,
        fields,
        name,
        true,
      )
      .execute(values);
}
