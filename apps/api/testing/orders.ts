import { eq } from 'drizzle-orm';
import { fulfilments, orders, stock } from '../src/database/schema/tables';
import type { FulfilmentRow, OrderRow } from '../src/database/schema/tables';
import type { TestApi } from './start-test-api';
import { until } from './until';

/** The order of a session, as the database has it. */
export async function orderOf(api: TestApi, stripeSessionId: string): Promise<OrderRow> {
  const [order] = await api.database.queries
    .select()
    .from(orders)
    .where(eq(orders.stripeSessionId, stripeSessionId));
  if (!order) throw new Error('There is no such order.');
  return order;
}

/** Waits until the order is as wanted. */
export const untilOrder = (
  api: TestApi,
  stripeSessionId: string,
  holds: (order: OrderRow) => boolean,
): Promise<OrderRow> => until(() => orderOf(api, stripeSessionId), holds);

/** Waits until the order, under whichever session, is as wanted. */
export const untilOrderById = (
  api: TestApi,
  id: string,
  holds: (order: OrderRow) => boolean,
): Promise<OrderRow> =>
  until(async () => {
    const [order] = await api.database.queries.select().from(orders).where(eq(orders.id, id));
    if (!order) throw new Error('There is no such order.');
    return order;
  }, holds);

export async function stepsOf(api: TestApi, orderId: string): Promise<FulfilmentRow[]> {
  return api.database.queries.select().from(fulfilments).where(eq(fulfilments.orderId, orderId));
}

/** Waits until each of the named steps, and no other, has been done. */
export async function untilDone(api: TestApi, orderId: string, steps: string[]): Promise<void> {
  const done = await until(
    () => stepsOf(api, orderId),
    (rows) => rows.length >= steps.length && rows.every(({ doneAt }) => doneAt),
  );
  const names = done.map(({ step }) => step).sort();
  if (names.join() !== [...steps].sort().join()) throw new Error(`Steps done: ${names.join(', ')}`);
}

/** How many of a product are reserved or taken. */
export async function heldOf(api: TestApi, stripeProductId: string): Promise<number> {
  const [row] = await api.database.queries
    .select()
    .from(stock)
    .where(eq(stock.stripeProductId, stripeProductId));
  return row?.reserved ?? 0;
}
