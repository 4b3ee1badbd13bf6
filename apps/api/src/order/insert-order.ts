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

/**
 * Writes an order and its lines.
 * @returns undefined, and writes nothing, when its number, its idempotency key or its session has an order already
 */
export async function insertOrder(
  tx: Transaction,
  order: NewOrderRow,
  lines: NewOrderLine[],
): Promise<OrderRow | undefined> {
  const [row] = await tx.insert(orders).values(order).onConflictDoNothing().returning();
  if (!row) return undefined;
  await insertLines(tx, row.id, lines);
  return row;
}

export async function insertLines(
  tx: Transaction,
  orderId: string,
  lines: NewOrderLine[],
): Promise<void> {
  if (lines.length === 0) return;
  await tx
    .insert(orderLines)
    .values(lines.map((line, position) => ({ ...line, orderId, position })));
}
