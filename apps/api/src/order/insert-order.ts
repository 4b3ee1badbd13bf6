import { getTableColumns, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
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

const lineColumns = Object.entries(getTableColumns(orderLines));

/** Named: a newer version of the shop may have added a column with a default of its own. */
const columnNames = sql.join(
  lineColumns.map(([, { name }]) => sql.identifier(name)),
  sql`, `,
);

/**
 * Writes an order and its lines, by one statement.
 * @returns undefined, and writes nothing, when its number, its idempotency key or its session has an order already
 */
export async function insertOrder(
  tx: Transaction,
  order: NewOrderRow & { id: string },
  lines: NewOrderLine[],
): Promise<{ order: OrderRow; lines: OrderLineRow[] } | undefined> {
  const placed = tx
    .$with('placed')
    .as(tx.insert(orders).values(order).onConflictDoNothing().returning());
  const rows = rowsOf(order.id, lines);
  const written = tx.$with('written', { one: sql<number>`one`.as('one') }).as(
    sql`insert into ${orderLines} (${columnNames}) select ${columnNames} from (select from placed) as one_order,
      ${asTable(rows)} returning 1 as one`,
  );
  const [row] = await tx.with(placed, written).select().from(placed);
  return row && { order: row, lines: rows };
}

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
function asTable(rows: OrderLineRow[]): SQL {
  const named = rows.map((row) =>
    Object.fromEntries(
      lineColumns.map(([key, { name }]) => [name, row[key as keyof OrderLineRow]]),
    ),
  );
  return sql`jsonb_populate_recordset(null::order_lines, ${JSON.stringify(named)}::jsonb)`;
}
