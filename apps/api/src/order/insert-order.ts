import { getTableColumns, sql } from 'drizzle-orm';
import type { Transaction } from '../database/database';
import { orderLines, orders } from '../database/schema/tables';
import type { NewOrderRow, OrderLineRow, OrderRow } from '../database/schema/tables';

export type NewOrderLine = Omit<
  OrderLineRow,
  'orderId' | 'position' | 'shippable' | 'withdrawalExempt'
> & {
  /** Without it Stripe does not say it. */
  shippable?: boolean | null | undefined;
  /** Without it the right of withdrawal applies. */
  withdrawalExempt?: boolean | undefined;
};

const orderColumns = getTableColumns(orders);
const lineColumns = Object.entries(getTableColumns(orderLines));

/** Named: a newer version of the shop may have added a column with a default of its own. */
const columnNames = sql.join(
  lineColumns.map(([, { name }]) => sql.identifier(name)),
  sql`, `,
);

/** Built once for each way that an order comes about, and connection or pool; planned once by its name. */
const statements = new WeakMap<Transaction, Map<string, ReturnType<typeof prepare>>>();

/**
 * Writes an order and its lines, by one statement.
 * @param name of the statement: one for each set of columns
 * @returns undefined, and writes nothing, when its number, its idempotency key or its session has an order already
 */
export async function insertOrder(
  tx: Transaction,
  name: 'place_order' | 'adopt_order' | 'rebuild_order',
  order: NewOrderRow & { id: string },
  lines: NewOrderLine[],
): Promise<{ order: OrderRow; lines: OrderLineRow[] } | undefined> {
  const known = statements.get(tx) ?? new Map<string, ReturnType<typeof prepare>>();
  statements.set(tx, known);
  const statement = known.get(name) ?? prepare(tx, name, Object.keys(order));
  known.set(name, statement);
  const rows = rowsOf(order.id, lines);
  const [row] = await statement.execute({ ...encoded(order), lines: jsonOf(rows) });
  return row && { order: row, lines: rows };
}

function prepare(tx: Transaction, name: string, columns: string[]) {
  const values = Object.fromEntries(columns.map((key) => [key, sql`${sql.placeholder(key)}`]));
  const placed = tx.$with('placed').as(
    tx
      .insert(orders)
      .values(values as unknown as NewOrderRow)
      .onConflictDoNothing()
      .returning(),
  );
  const written = tx.$with('written', { one: sql<number>`one`.as('one') }).as(
    sql`insert into ${orderLines} (${columnNames}) select ${columnNames} from (select from placed) as one_order,
      jsonb_populate_recordset(null::order_lines, ${sql.placeholder('lines')}::jsonb) returning 1 as one`,
  );
  return tx.with(placed, written).select().from(placed).prepare(name);
}

/** An order's values as the driver takes them. A placeholder of the query builder's would write null as JSON. */
const encoded = (order: NewOrderRow): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(order).map(([key, value]) => [
      key,
      value === null || value === undefined
        ? null
        : orderColumns[key as keyof NewOrderRow].mapToDriverValue(value),
    ]),
  );

export async function insertLines(
  tx: Transaction,
  orderId: string,
  lines: NewOrderLine[],
): Promise<void> {
  if (lines.length === 0) return;
  await tx.insert(orderLines).values(rowsOf(orderId, lines));
}

const rowsOf = (orderId: string, lines: NewOrderLine[]): OrderLineRow[] =>
  lines.map((line, position) => ({
    ...line,
    orderId,
    position,
    shippable: line.shippable ?? null,
    withdrawalExempt: line.withdrawalExempt ?? false,
  }));

/** Lines as one parameter, so that the statement is the same for any number of them. */
const jsonOf = (rows: OrderLineRow[]): string =>
  JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(
        lineColumns.map(([key, { name }]) => [name, row[key as keyof OrderLineRow]]),
      ),
    ),
  );
