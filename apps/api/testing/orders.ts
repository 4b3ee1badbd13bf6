import { eq } from 'drizzle-orm';
import { fulfilments } from '../src/database/schema/fulfilment-tables';
import { stock } from '../src/database/schema/stock-tables';
import { orders } from '../src/database/schema/tables';
import type { FulfilmentRow } from '../src/database/schema/fulfilment-tables';
import type { OrderRow } from '../src/database/schema/tables';
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

/** Waits until the session has an order, and the order is as wanted. */
export async function untilAdopted(
  api: TestApi,
  stripeSessionId: string,
  holds: (order: OrderRow) => boolean,
): Promise<OrderRow> {
  const find = () =>
    api.database.queries.select().from(orders).where(eq(orders.stripeSessionId, stripeSessionId));
  const [order] = await until(find, ([found]) => found !== undefined && holds(found));
  if (!order) throw new Error('There is no such order.');
  return order;
}

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
  return api.database.queries
    .select()
    .from(fulfilments)
    .where(eq(fulfilments.orderId, orderId))
    .orderBy(fulfilments.sequence);
}

/** The steps of an order in their order, each with what has become of it; null while it waits. */
export async function outcomesOf(
  api: TestApi,
  orderId: string,
): Promise<[string, string | null][]> {
  return (await stepsOf(api, orderId)).map(({ step, outcome }) => [step, outcome]);
}

/** Waits until each of the named steps, and no other, has been done. Those that wait for their time are left out. */
export async function untilDone(api: TestApi, orderId: string, steps: string[]): Promise<void> {
  const done = await until(
    async () =>
      (await stepsOf(api, orderId)).filter(({ doneAt, notBefore }) => doneAt || !notBefore),
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
