import { Injectable } from '@nestjs/common';
import { and, asc, eq, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { Database } from '../database/database';
import type { Transaction } from '../database/database';
import { orderLines, orderTransitions, orders } from '../database/schema/tables';
import type {
  NewOrderRow,
  NewOrderTransitionRow,
  OrderLineRow,
  OrderRow,
} from '../database/schema/tables';
import { insertLines } from './insert-order';
import type { NewOrderLine } from './insert-order';
import {
  linesOfOrder,
  lockedOrderById,
  lockedOrderBySession,
  orderById,
  orderByPayment,
  orderBySession,
} from './facts/order-rows';

/** Queries on orders that several rooms of the order need: find, lock, update. No decisions. */
@Injectable()
export class OrderRepository {
  constructor(private readonly database: Database) {}

  /** By its session, or by the expired session that its session was recovered from. */
  async findBySession(stripeSessionId: string): Promise<OrderRow | undefined> {
    const rows = await orderBySession(this.database.queries, { sessionId: stripeSessionId });
    return rows[0];
  }

  async findById(id: string): Promise<OrderRow | undefined> {
    const rows = await orderById(this.database.queries, { id });
    return rows[0];
  }

  async findByPaymentIntent(paymentIntentId: string): Promise<OrderRow | undefined> {
    const rows = await orderByPayment(this.database.queries, { paymentIntentId });
    return rows[0];
  }

  async findBySubscription(stripeSubscriptionId: string): Promise<OrderRow | undefined> {
    const rows = await this.database.queries
      .select()
      .from(orders)
      .where(eq(orders.stripeSubscriptionId, stripeSubscriptionId));
    return rows[0];
  }

  /** Whether any order has started a subscription. */
  async hasSubscriptions(): Promise<boolean> {
    const rows = await this.database.queries
      .select({ id: orders.id })
      .from(orders)
      .where(isNotNull(orders.stripeSubscriptionId))
      .limit(1);
    return rows.length > 0;
  }

  async findByPaymentIntents(stripePaymentIntentIds: string[]): Promise<OrderRow[]> {
    if (stripePaymentIntentIds.length === 0) return [];
    return this.database.queries
      .select()
      .from(orders)
      .where(inArray(orders.stripePaymentIntentId, stripePaymentIntentIds));
  }

  /** Locks the order of a session, or the one whose id the session's metadata names, until the transaction ends. */
  async lock(
    tx: Transaction,
    stripeSessionId: string,
    orderId: string | undefined,
  ): Promise<OrderRow | undefined> {
    const values = { sessionId: stripeSessionId, id: orderId ?? null };
    const rows = await lockedOrderBySession(tx, values);
    return rows.find((row) => row.stripeSessionId === stripeSessionId) ?? rows[0];
  }

  /** The order's lines, in their order. */
  async linesOf(queries: Transaction, orderId: string): Promise<OrderLineRow[]> {
    return linesOfOrder(queries, { id: orderId });
  }

  /** As `linesOf`, of several orders. */
  async linesOfAll(queries: Transaction, orderIds: string[]): Promise<OrderLineRow[]> {
    return queries
      .select()
      .from(orderLines)
      .where(inArray(orderLines.orderId, orderIds))
      .orderBy(asc(orderLines.position));
  }

  /** Puts other lines in place of those that the order has. */
  async replaceLines(tx: Transaction, orderId: string, lines: NewOrderLine[]): Promise<void> {
    await tx.delete(orderLines).where(eq(orderLines.orderId, orderId));
    await insertLines(tx, orderId, lines);
  }

  async lockById(tx: Transaction, id: string): Promise<OrderRow | undefined> {
    const rows = await lockedOrderById(tx, { id });
    return rows[0];
  }

  async findByNumber(number: string): Promise<OrderRow | undefined> {
    const rows = await this.database.queries.select().from(orders).where(eq(orders.number, number));
    return rows[0];
  }

  async findByNumbers(numbers: string[]): Promise<OrderRow[]> {
    return this.database.queries.select().from(orders).where(inArray(orders.number, numbers));
  }

  async lockByNumber(tx: Transaction, number: string): Promise<OrderRow | undefined> {
    const rows = await tx.select().from(orders).where(eq(orders.number, number)).for('update');
    return rows[0];
  }

  async updateLocked(tx: Transaction, id: string, changes: Partial<NewOrderRow>): Promise<void> {
    await tx.update(orders).set(changes).where(eq(orders.id, id));
  }

  async recordTransition(tx: Transaction, transition: NewOrderTransitionRow): Promise<void> {
    await tx.insert(orderTransitions).values(transition);
  }

  /** Records that the session has been read, whether or not that changed the order. */
  async recordReading(tx: Transaction, id: string, now: Date): Promise<void> {
    await tx.update(orders).set({ readAt: now }).where(eq(orders.id, id));
  }

  /** @returns the order's number if this failure is new to it */
  async recordFailure(id: string, code: string): Promise<string | undefined> {
    const rows = await this.database.queries
      .update(orders)
      .set({ syncFailure: code })
      .where(and(eq(orders.id, id), sql`${orders.syncFailure} is distinct from ${code}`))
      .returning({ number: orders.number });
    return rows[0]?.number;
  }

  async forgetFailure(tx: Transaction, id: string): Promise<void> {
    await tx.update(orders).set({ syncFailure: null }).where(eq(orders.id, id));
  }

  /** Lets the next sweep read again what could not be brought in line. @returns how many orders */
  async forgetFailures(): Promise<number> {
    const rows = await this.database.queries
      .update(orders)
      .set({ syncFailure: null })
      .where(isNotNull(orders.syncFailure))
      .returning({ id: orders.id });
    return rows.length;
  }

  /** Whether any order's shopper has this account. */
  async hasAccount(stripeAccountId: string): Promise<boolean> {
    const rows = await this.database.queries
      .select({ id: orders.id })
      .from(orders)
      .where(eq(orders.stripeAccountId, stripeAccountId))
      .limit(1);
    return rows.length > 0;
  }

  /**
   * Sets the name that the shoppers of an account are greeted by, but in orders whose personal data was erased.
   * @returns how many orders it changed
   */
  async renameAccount(stripeAccountId: string, customerName: string): Promise<number> {
    const rows = await this.database.queries
      .update(orders)
      .set({ customerName, version: sql`${orders.version} + 1` })
      .where(and(eq(orders.stripeAccountId, stripeAccountId), isNull(orders.erasedAt)))
      .returning({ id: orders.id });
    return rows.length;
  }

  /**
   * Claims the turn to read an order's session from Stripe: one caller gets it in each interval, across all replicas. The
   * reading itself is recorded by `recordReading`: it may fail.
   * @returns whether this caller got it
   */
  async claimCheck(id: string, intervalMs: number, now: Date): Promise<boolean> {
    const before = new Date(now.getTime() - intervalMs);
    const rows = await this.database.queries
      .update(orders)
      .set({ checkedAt: now })
      .where(and(eq(orders.id, id), or(isNull(orders.checkedAt), lt(orders.checkedAt, before))))
      .returning({ id: orders.id });
    return rows.length > 0;
  }

  async recordPortal(id: string, now: Date): Promise<void> {
    await this.database.queries
      .update(orders)
      .set({ portalOpenedAt: now })
      .where(eq(orders.id, id));
  }
}
