import type { OrderStatus } from '../../database/schema/tables';

/** Whether the order has ended without payment: its stock is no longer reserved. */
export function hasEndedUnpaid(status: OrderStatus): boolean {
  return status === 'payment_failed' || status === 'expired' || status === 'refused';
}
