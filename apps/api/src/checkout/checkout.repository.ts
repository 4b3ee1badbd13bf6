import { Injectable } from '@nestjs/common';
import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { Database } from '../database/database';
import type { Transaction } from '../database/database';
import { orderLines, orders } from '../database/schema/tables';
import type { NewOrderRow, OrderLineRow, OrderRow } from '../database/schema/tables';

export type NewOrderLine = Omit<OrderLineRow, 'orderId' | 'position'>;

/** Queries on orders that are being placed; no decisions. */
@Injectable()
export class CheckoutRepository {
  constructor(private readonly database: Database) {}

  async findByIdempotencyKey(key: string): Promise<OrderRow | undefined> {
    const rows = await this.database.queries
      .select()
      .from(orders)
      .where(eq(orders.idempotencyKey, key));
    return rows[0];
  }

  async linesOf(orderId: string): Promise<OrderLineRow[]> {
    return this.database.queries
      .select()
      .from(orderLines)
      .where(eq(orderLines.orderId, orderId))
      .orderBy(asc(orderLines.position));
  }

  /** @returns undefined when the idempotency key or the number is taken */
  async insert(
    tx: Transaction,
    order: NewOrderRow,
    lines: NewOrderLine[],
  ): Promise<OrderRow | undefined> {
    const [row] = await tx.insert(orders).values(order).onConflictDoNothing().returning();
    if (!row) return undefined;
    await tx
      .insert(orderLines)
      .values(lines.map((line, position) => ({ ...line, orderId: row.id, position })));
    return row;
  }

  /** Stores the session of the order. A session that a reading has stored meanwhile stays: it is at least as new. */
  async attachSession(id: string, session: { id: string; url: string | null }): Promise<void> {
    await this.database.queries
      .update(orders)
      .set({ stripeSessionId: session.id, sessionUrl: session.url })
      .where(and(eq(orders.id, id), isNull(orders.stripeSessionId)));
  }

  /** @returns the new key, or the one that a concurrent request has put in place of the old one */
  async changeStripeKey(id: string, from: string, to: string): Promise<string> {
    const key = orders.stripeIdempotencyKey;
    const rows = await this.database.queries
      .update(orders)
      .set({ stripeIdempotencyKey: sql`case when ${key} = ${from} then ${to} else ${key} end` })
      .where(eq(orders.id, id))
      .returning({ key });
    return rows[0]?.key ?? to;
  }

  /** The orders of a browser that can still be paid, newest first. */
  async findPayable(browserHash: string): Promise<OrderRow[]> {
    return this.database.queries
      .select()
      .from(orders)
      .where(
        and(
          eq(orders.browserHash, browserHash),
          eq(orders.status, 'pending'),
          isNotNull(orders.stripeSessionId),
        ),
      )
      .orderBy(desc(orders.createdAt))
      .limit(10);
  }
}
