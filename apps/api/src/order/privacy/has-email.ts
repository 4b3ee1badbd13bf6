import { and, inArray, isNull, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { orders } from '../../database/schema/tables';
import { withdrawals } from '../../database/schema/withdrawal-tables';
import { normaliseEmail } from '../link/normalise-email';

/** Whether an order has this address, however its letters are written. The index of addresses answers it. */
export const hasEmail = (email: string): SQL =>
  sql`lower(${orders.email}) in (${email.trim().toLowerCase()}, ${normaliseEmail(email)})`;

/** Whether a job of the queue is a search for orders by this address. It carries the address as it is compared. */
export const isSearchBy = (email: string): SQL =>
  sql`name = 'order.find'
    and data ->> 'email' in (${email.trim().toLowerCase()}, ${normaliseEmail(email)})`;

/** Whether a withdrawal that still has its words was declared from this address, or about one of these orders. */
export const ofPerson = (email: string, orderNumbers: readonly string[]): SQL | undefined =>
  and(
    isNull(withdrawals.erasedAt),
    or(
      sql`lower(${withdrawals.email}) in (${email.trim().toLowerCase()}, ${normaliseEmail(email)})`,
      inArray(withdrawals.orderNumber, [...orderNumbers]),
    ),
  );
