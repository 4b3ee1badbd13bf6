import { Injectable } from '@nestjs/common';
import { and, desc, eq, exists, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { Database } from '../database/database';
import type { Queries } from '../database/database';
import { orders } from '../database/schema/tables';
import type { OrderLineRow, OrderRow } from '../database/schema/tables';
import { linesOfOrder, orderById, orderBySession } from '../order/facts/order-rows';
import { awaitedBy } from '../order/facts/payment-attempt';

/** Far more than a browser gets: each new cart closes the others. */
const MOST_SUPERSEDED = 100;

/** Queries on orders that are being placed; no decisions. */
@Injectable()
export class CheckoutRepository {
  /** What every checkout asks is built and planned once. */
  private readonly prepared: ReturnType<typeof prepare>;

  constructor(private readonly database: Database) {
    this.prepared = prepare(database.queries);
  }

  async findByIdempotencyKey(key: string): Promise<OrderRow | undefined> {
    const rows = await this.prepared.byKey.execute({ key });
    return rows[0];
  }

  async linesOf(orderId: string): Promise<OrderLineRow[]> {
    return linesOfOrder(this.database.queries, { id: orderId });
  }

  /**
   * Stores the session of the order. A session that a reading has stored meanwhile stays: it is at least as new.
   * @returns how the order is now
   */
  async attachSession(
    id: string,
    session: { id: string; url: string | null },
  ): Promise<Pick<OrderRow, 'status' | 'supersededAt'> | undefined> {
    const rows = await this.prepared.attach.execute({
      id,
      sessionId: session.id,
      url: session.url,
    });
    return rows[0];
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

  async findById(id: string): Promise<OrderRow | undefined> {
    const rows = await orderById(this.database.queries, { id });
    return rows[0];
  }

  /** By its session, or by the expired session that its session was recovered from. */
  async findBySession(stripeSessionId: string): Promise<OrderRow | undefined> {
    const rows = await orderBySession(this.database.queries, { sessionId: stripeSessionId });
    return rows[0];
  }

  /** The newest order of the browser whose payment waits for its shopper. */
  async findAwaiting(browserHash: string): Promise<OrderRow | undefined> {
    const rows = await this.database.queries
      .select()
      .from(orders)
      .where(and(eq(orders.browserHash, browserHash), eq(orders.status, 'processing')))
      .orderBy(desc(orders.createdAt));
    return rows.find((order) => awaitedBy(order) !== null);
  }

  /** Marks an order that its shopper replaces. */
  async supersede(id: string, now: Date): Promise<void> {
    await this.database.queries
      .update(orders)
      .set({ supersededAt: now })
      .where(and(eq(orders.id, id), isNull(orders.supersededAt)));
  }

  /** Marks the browser's pending orders, all but the one of this key, which a concurrent request may have placed. */
  async supersedeOthers(browserHash: string, idempotencyKey: string, now: Date): Promise<void> {
    await this.database.queries
      .update(orders)
      .set({ supersededAt: now })
      .where(and(isCurrent(browserHash), ne(orders.idempotencyKey, idempotencyKey)));
  }

  /**
   * Marks the browser's pending orders, all but the newest. Whoever calls it after placing an order sees those that were
   * placed before: of several that are placed at the same moment, one is left.
   */
  async supersedeOlder(browserHash: string, now: Date): Promise<void> {
    const newer = alias(orders, 'newer');
    const hasNewer = exists(
      this.database.queries
        .select({ id: newer.id })
        .from(newer)
        .where(
          and(
            eq(newer.browserHash, browserHash),
            eq(newer.status, 'pending'),
            isNull(newer.supersededAt),
            sql`(${newer.createdAt}, ${newer.id}) > (${orders.createdAt}, ${orders.id})`,
          ),
        ),
    );
    await this.database.queries
      .update(orders)
      .set({ supersededAt: now })
      .where(and(isCurrent(browserHash), hasNewer));
  }

  /** The browser's pending orders that a newer one has superseded. */
  async findSuperseded(browserHash: string): Promise<OrderRow[]> {
    return this.database.queries
      .select()
      .from(orders)
      .where(
        and(
          eq(orders.browserHash, browserHash),
          eq(orders.status, 'pending'),
          isNotNull(orders.supersededAt),
        ),
      )
      .orderBy(desc(orders.createdAt))
      .limit(MOST_SUPERSEDED);
  }
}

const isCurrent = (browserHash: string) =>
  and(
    eq(orders.browserHash, browserHash),
    eq(orders.status, 'pending'),
    isNull(orders.supersededAt),
  );

function prepare(queries: Queries) {
  const isFirst = sql`${orders.stripeSessionId} is null`;
  const sessionId = sql`coalesce(${orders.stripeSessionId}, ${sql.placeholder('sessionId')})`;
  const url = sql`${sql.placeholder('url')}`;
  return {
    byKey: queries
      .select()
      .from(orders)
      .where(eq(orders.idempotencyKey, sql.placeholder('key')))
      .prepare('order_by_idempotency_key'),
    attach: queries
      .update(orders)
      .set({
        stripeSessionId: sessionId,
        sessionUrl: sql`case when ${isFirst} then ${url} else ${orders.sessionUrl} end`,
      })
      .where(eq(orders.id, sql.placeholder('id')))
      .returning({ status: orders.status, supersededAt: orders.supersededAt })
      .prepare('attach_session'),
  };
}
