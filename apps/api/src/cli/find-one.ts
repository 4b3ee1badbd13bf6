import type { OrderRow } from '../database/schema/tables';
import { CommandError } from './command-error';
import type { OrderHistoryRepository } from './order-history.repository';

/**
 * The one order that a term names: a session, an order number, an id or an e-mail address.
 * @throws CommandError when there is none, or more than one
 */
export async function findOne(history: OrderHistoryRepository, term: string): Promise<OrderRow> {
  const [order, ...others] = await history.search(term);
  if (!order) throw new CommandError(`No order has ${term}.`);
  if (others.length === 0) return order;
  throw new CommandError(`${others.length + 1} orders have ${term}. Use the number of one order.`);
}
