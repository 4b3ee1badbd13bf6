import { Injectable } from '@nestjs/common';
import { and, asc, eq, isNull, lt, or, sql } from 'drizzle-orm';
import { Database } from '../database/database';
import type { Transaction } from '../database/database';
import { fulfilments, orderLines, orderTransitions, orders } from '../database/tables';
import type { NewOrderRow, OrderLineRow, OrderRow, OrderStatus } from '../database/tables';

export type NewOrderLine = Omit<OrderLineRow, 'orderId' | 'position'>;

/** Queries on orders; no decisions. */
@Injectable()
export class OrderRepository {
  constructor(private readonly database: Database) {}

  async findBySession(stripeSessionId: string): Promise<OrderRow | undefined> {
    const rows = await this.database.queries
      .select()
      .from(orders)
      .where(eq(orders.stripeSessionId, stripeSessionId));
    return rows[0];
  }

  async findById(id: string): Promise<OrderRow | undefined> {
    const rows = await this.database.queries.select().from(orders).where(eq(orders.id, id));
    return rows[0];
  }

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
  async insert(order: NewOrderRow, lines: NewOrderLine[]): Promise<OrderRow | undefined> {
    return this.database.transaction(async (tx) => {
      const [row] = await tx.insert(orders).values(order).onConflictDoNothing().returning();
      if (!row) return undefined;
      await tx
        .insert(orderLines)
        .values(lines.map((line, position) => ({ ...line, orderId: row.id, position })));
      return row;
    });
  }

  async update(id: string, changes: Partial<NewOrderRow>): Promise<void> {
    await this.database.queries.update(orders).set(changes).where(eq(orders.id, id));
  }

  /** Locks the order of a session, or the one whose id the session's metadata names, until the transaction ends. */
  async lock(
    tx: Transaction,
    stripeSessionId: string,
    orderId: string | undefined,
  ): Promise<OrderRow | undefined> {
    const named = orderId === undefined ? undefined : eq(orders.id, orderId);
    const rows = await tx
      .select()
      .from(orders)
      .where(or(eq(orders.stripeSessionId, stripeSessionId), named))
      .for('update');
    return rows.find((row) => row.stripeSessionId === stripeSessionId) ?? rows[0];
  }

  async updateLocked(tx: Transaction, id: string, changes: Partial<NewOrderRow>): Promise<void> {
    await tx.update(orders).set(changes).where(eq(orders.id, id));
  }

  async recordTransition(
    tx: Transaction,
    orderId: string,
    fromStatus: OrderStatus,
    toStatus: OrderStatus,
    cause: string,
  ): Promise<void> {
    await tx.insert(orderTransitions).values({ orderId, fromStatus, toStatus, cause });
  }

  /** @returns whether the step was not staged before */
  async stageFulfilment(tx: Transaction, orderId: string, step: string): Promise<boolean> {
    const rows = await tx
      .insert(fulfilments)
      .values({ orderId, step })
      .onConflictDoNothing()
      .returning({ step: fulfilments.step });
    return rows.length > 0;
  }

  /** The right to ask Stripe about a waiting order: given to one asker, across all replicas, in each interval. */
  async claimCheck(id: string, intervalMs: number): Promise<boolean> {
    const before = sql`now() - ${intervalMs} * interval '1 millisecond'`;
    const rows = await this.database.queries
      .update(orders)
      .set({ checkedAt: sql`now()` })
      .where(and(eq(orders.id, id), or(isNull(orders.checkedAt), lt(orders.checkedAt, before))))
      .returning({ id: orders.id });
    return rows.length > 0;
  }

  /** @returns true for the first caller, once per order */
  async claimFirstView(id: string): Promise<boolean> {
    const rows = await this.database.queries
      .update(orders)
      .set({ firstViewedAt: sql`now()` })
      .where(and(eq(orders.id, id), isNull(orders.firstViewedAt)))
      .returning({ id: orders.id });
    return rows.length > 0;
  }

  async isFulfilled(orderId: string, step: string): Promise<boolean> {
    const rows = await this.database.queries
      .select({ doneAt: fulfilments.doneAt })
      .from(fulfilments)
      .where(and(eq(fulfilments.orderId, orderId), eq(fulfilments.step, step)));
    return rows[0]?.doneAt != null;
  }

  async markFulfilled(orderId: string, step: string): Promise<void> {
    await this.database.queries
      .update(fulfilments)
      .set({ doneAt: sql`now()` })
      .where(and(eq(fulfilments.orderId, orderId), eq(fulfilments.step, step)));
  }
}
