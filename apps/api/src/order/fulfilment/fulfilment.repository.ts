import { Injectable } from '@nestjs/common';
import { and, asc, eq } from 'drizzle-orm';
import { Database } from '../../database/database';
import type { Transaction } from '../../database/database';
import { fulfilments, orderLines, orders } from '../../database/schema/tables';
import type { OrderLineRow, OrderRow } from '../../database/schema/tables';

/** Queries on the steps of an order's fulfilment, and on what the steps need to know; no decisions. */
@Injectable()
export class FulfilmentRepository {
  constructor(private readonly database: Database) {}

  async findOrder(id: string): Promise<OrderRow | undefined> {
    const rows = await this.database.queries.select().from(orders).where(eq(orders.id, id));
    return rows[0];
  }

  async linesOf(orderId: string): Promise<OrderLineRow[]> {
    return this.database.queries
      .select()
      .from(orderLines)
      .where(eq(orderLines.orderId, orderId))
      .orderBy(asc(orderLines.position));
  }

  /** @returns whether the step was not staged before */
  async stage(tx: Transaction, orderId: string, step: string, now: Date): Promise<boolean> {
    const rows = await tx
      .insert(fulfilments)
      .values({ orderId, step, stagedAt: now })
      .onConflictDoNothing()
      .returning({ step: fulfilments.step });
    return rows.length > 0;
  }

  async isDone(orderId: string, step: string): Promise<boolean> {
    const rows = await this.database.queries
      .select({ doneAt: fulfilments.doneAt })
      .from(fulfilments)
      .where(and(eq(fulfilments.orderId, orderId), eq(fulfilments.step, step)));
    return rows[0]?.doneAt != null;
  }

  /** @returns how many seconds after it was staged */
  async markDone(orderId: string, step: string, now: Date): Promise<number> {
    const [row] = await this.database.queries
      .update(fulfilments)
      .set({ doneAt: now })
      .where(and(eq(fulfilments.orderId, orderId), eq(fulfilments.step, step)))
      .returning({ stagedAt: fulfilments.stagedAt });
    return row ? (now.getTime() - row.stagedAt.getTime()) / 1000 : 0;
  }
}
