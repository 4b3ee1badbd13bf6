import { Injectable } from '@nestjs/common';
import { asc, desc, eq, or, sql } from 'drizzle-orm';
import { Database } from '../database/database';
import { fulfilments } from '../database/schema/fulfilment-tables';
import { orderLines, orders } from '../database/schema/tables';
import type { FulfilmentRow } from '../database/schema/fulfilment-tables';
import type { OrderLineRow, OrderRow } from '../database/schema/tables';
import { findEvents, findTransitions } from '../order/facts/find-history';

/** Queries that only the command line needs; no decisions. */
@Injectable()
export class OrderHistoryRepository {
  constructor(private readonly database: Database) {}

  /** Orders by session id, order number, order id or e-mail address, newest first. */
  async search(term: string): Promise<OrderRow[]> {
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(term);
    return this.database.queries
      .select()
      .from(orders)
      .where(
        or(
          or(eq(orders.stripeSessionId, term), eq(orders.stripeExpiredSessionId, term)),
          eq(orders.number, term.toUpperCase()),
          eq(sql`lower(${orders.email})`, term.toLowerCase()),
          isId ? eq(orders.id, term) : undefined,
        ),
      )
      .orderBy(desc(orders.createdAt))
      .limit(100);
  }

  async linesOf(orderId: string): Promise<OrderLineRow[]> {
    return this.database.queries
      .select()
      .from(orderLines)
      .where(eq(orderLines.orderId, orderId))
      .orderBy(asc(orderLines.position));
  }

  /** Each step of the order's fulfilment, in the order they were staged. */
  async fulfilmentsOf(orderId: string): Promise<FulfilmentRow[]> {
    return this.database.queries
      .select()
      .from(fulfilments)
      .where(eq(fulfilments.orderId, orderId))
      .orderBy(asc(fulfilments.stagedAt), asc(fulfilments.sequence));
  }

  transitionsOf = (orderId: string) => findTransitions(this.database.queries, orderId);

  eventsAbout = (stripeIds: string[]) => findEvents(this.database.queries, stripeIds);
}
