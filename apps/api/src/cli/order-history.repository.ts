import { Injectable } from '@nestjs/common';
import { asc, desc, eq, inArray, or, sql } from 'drizzle-orm';
import { Database } from '../database/database';
import {
  fulfilments,
  orderLines,
  orderTransitions,
  orders,
  webhookEvents,
} from '../database/schema/tables';
import type {
  FulfilmentRow,
  OrderLineRow,
  OrderRow,
  OrderTransitionRow,
  WebhookEventRow,
} from '../database/schema/tables';

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

  /** Each change of the order's status, oldest first. */
  async transitionsOf(orderId: string): Promise<OrderTransitionRow[]> {
    return this.database.queries
      .select()
      .from(orderTransitions)
      .where(eq(orderTransitions.orderId, orderId))
      .orderBy(asc(orderTransitions.id));
  }

  /** Each step of the order's fulfilment, in the order they were staged. */
  async fulfilmentsOf(orderId: string): Promise<FulfilmentRow[]> {
    return this.database.queries
      .select()
      .from(fulfilments)
      .where(eq(fulfilments.orderId, orderId))
      .orderBy(asc(fulfilments.stagedAt));
  }

  /** Events about any of these sessions, payments or accounts, oldest first. */
  async eventsAbout(subjectIds: string[]): Promise<WebhookEventRow[]> {
    return this.database.queries
      .select()
      .from(webhookEvents)
      .where(inArray(webhookEvents.subjectId, subjectIds))
      .orderBy(asc(webhookEvents.receivedAt));
  }
}
