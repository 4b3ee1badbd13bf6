import { Injectable } from '@nestjs/common';
import { and, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import { Database } from '../../database/database';
import type { Transaction } from '../../database/database';
import { fulfilments } from '../../database/schema/fulfilment-tables';
import type { FulfilmentRow } from '../../database/schema/fulfilment-tables';
import { orders } from '../../database/schema/tables';
import type { OrderStatus } from '../../database/schema/tables';

/** An order about which nothing is told until a person says so. */
export interface HeldOrder {
  orderNumber: string;
  status: OrderStatus;
  createdAt: Date;
  /** When it was made again from its session; null: it was in the database. */
  rebuiltAt: Date | null;
  /** What it would tell, in order: names of steps, some with the id of their trigger. */
  waiting: string[];
}

const hasWork = sql`exists (
  select from fulfilments where fulfilments.order_id = orders.id and fulfilments.done_at is null)`;

const IS_LISTED = and(
  isNotNull(orders.tellingHeldAt),
  sql`(${orders.rebuiltAt} is not null or ${hasWork})`,
);

const STEPS = sql<string[]>`coalesce((
  select json_agg(step order by sequence) from fulfilments
  where fulfilments.order_id = orders.id and fulfilments.done_at is null), '[]')`;

/** Queries on orders whose telling is held back; no decisions. */
@Injectable()
export class HeldTellingRepository {
  constructor(private readonly database: Database) {}

  /** Those that were rebuilt or have something to tell, oldest first. */
  async list(limit: number): Promise<HeldOrder[]> {
    const { number: orderNumber, status, createdAt, rebuiltAt, id } = orders;
    return this.database.queries
      .select({ orderNumber, status, createdAt, rebuiltAt, waiting: STEPS })
      .from(orders)
      .where(IS_LISTED)
      .orderBy(createdAt, id)
      .limit(limit);
  }

  async count(): Promise<number> {
    return this.database.queries.$count(orders, IS_LISTED);
  }

  /** Holds back what is told about every order since a time. @returns how many orders */
  async hold(since: Date, now: Date): Promise<number> {
    const rows = await this.database.queries
      .update(orders)
      .set({ tellingHeldAt: now })
      .where(and(isNull(orders.tellingHeldAt), gt(orders.createdAt, since)))
      .returning({ id: orders.id });
    return rows.length;
  }

  /** Of orders that have nothing to tell, nothing has to be decided. @returns how many orders */
  async releaseIdle(): Promise<number> {
    const rows = await this.database.queries
      .update(orders)
      .set({ tellingHeldAt: null })
      .where(and(isNotNull(orders.tellingHeldAt), sql`not ${hasWork}`))
      .returning({ id: orders.id });
    return rows.length;
  }

  async heldIds(): Promise<string[]> {
    const rows = await this.database.queries
      .select({ id: orders.id })
      .from(orders)
      .where(isNotNull(orders.tellingHeldAt))
      .orderBy(orders.createdAt, orders.id);
    return rows.map(({ id }) => id);
  }

  /** Locks the order, and ends the hold. @returns whether there was one */
  async release(tx: Transaction, orderId: string): Promise<boolean> {
    const rows = await tx
      .update(orders)
      .set({ tellingHeldAt: null })
      .where(and(eq(orders.id, orderId), isNotNull(orders.tellingHeldAt)))
      .returning({ id: orders.id });
    return rows.length > 0;
  }

  /** The order's steps that have not ended. */
  async waiting(tx: Transaction, orderId: string): Promise<FulfilmentRow[]> {
    return tx
      .select()
      .from(fulfilments)
      .where(and(eq(fulfilments.orderId, orderId), isNull(fulfilments.doneAt)))
      .orderBy(fulfilments.sequence);
  }
}
