import type { OrderRow } from '../../database/schema/tables';

/** How long after paying a shopper may correct the address: an hour. */
const CORRECTION_MS = 60 * 60 * 1000;

type Correctable = Pick<OrderRow, 'email' | 'emailCorrectedAt' | 'paidAt' | 'createdAt'>;

/**
 * Until when the shopper may correct the address of an order that has been placed; null when no longer. An order whose
 * payment is on its way counts from its beginning.
 */
export function correctableUntil(order: Correctable, now: Date): Date | null {
  const { email, emailCorrectedAt, paidAt, createdAt } = order;
  const end = new Date((paidAt ?? createdAt).getTime() + CORRECTION_MS);
  return email !== null && emailCorrectedAt === null && now < end ? end : null;
}
