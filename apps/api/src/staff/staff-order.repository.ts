import { Injectable } from '@nestjs/common';
import { and, desc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { Column, SQL } from 'drizzle-orm';
import { Database } from '../database/database';
import { microsecondsOf } from '../database/microseconds-of';
import { orders, webhookEvents, wordsOf } from '../database/schema/tables';
import type { OrderRow, WebhookEventRow } from '../database/schema/tables';
import type { PageKey } from '../jobs/dead-letters';
import { findEvents, findTransitions } from '../order/facts/find-history';
import { ordersOf } from './order-lists';
import type { OrderList } from './order-lists';
import type { SearchTerm } from './orders/search-term';

/** What is found in this database; an object that belongs to a payment is looked for by that. */
export type StoredTerm =
  Exclude<SearchTerm, { by: 'object' | 'event' }> | { by: 'ids'; ids: string[] };

/** How many of the newest orders are looked at one by one for a name. One that fewer have is found by the index. */
const NEWEST = 2000;

/**
 * PostgreSQL takes two in a hundred for the share of any beginning of a word, and would read the orders from the newest
 * on: 20 seconds among two million for a name that twenty have. No index is sorted by this.
 */
const BY_OTHER_INDEX = sql`${orders.createdAt} + interval '0'`;

/** Queries on orders for people of the staff; no decisions. Each one uses an index. */
@Injectable()
export class StaffOrderRepository {
  constructor(private readonly database: Database) {}

  /** Newest first. `key` is the time of the order to the microsecond. */
  async page(
    list: OrderList | undefined,
    term: StoredTerm | undefined,
    after: PageKey | undefined,
    limit: number,
  ): Promise<{ order: OrderRow; key: string }[]> {
    const from = after
      ? sql`(${orders.createdAt}, ${orders.id}) < (${after.key}::timestamptz, ${after.id}::uuid)`
      : undefined;
    const listed = and(list && ordersOf(list), from);
    const which = and(listed, term && found(term));
    if (term?.by !== 'words') return this.newest(which, limit);
    // The index of words finds all orders of a name that many have, and sorts them: too slow among millions.
    const newest = await this.newest(this.amongNewest(listed, found(term), limit), limit);
    return newest.length === limit ? newest : this.newest(which, limit, BY_OTHER_INDEX);
  }

  async findEvent(id: string): Promise<WebhookEventRow | undefined> {
    const rows = await this.database.queries
      .select()
      .from(webhookEvents)
      .where(eq(webhookEvents.id, id));
    return rows[0];
  }

  /** The payment that an object belongs to, as a thin event about it was read; undefined when there was none. */
  async paymentOf(stripeObjectId: string): Promise<string | undefined> {
    const { subjectId, paymentId } = webhookEvents;
    const rows = await this.database.queries
      .select({ paymentId })
      .from(webhookEvents)
      .where(and(eq(subjectId, stripeObjectId), isNotNull(paymentId)))
      .limit(1);
    return rows[0]?.paymentId ?? undefined;
  }

  async findByNumber(number: string): Promise<OrderRow | undefined> {
    const rows = await this.database.queries.select().from(orders).where(eq(orders.number, number));
    return rows[0];
  }

  /** The numbers of these orders, by their ids. */
  async numbersOf(orderIds: string[]): Promise<Map<string, string>> {
    if (orderIds.length === 0) return new Map();
    const rows = await this.database.queries
      .select({ id: orders.id, number: orders.number })
      .from(orders)
      .where(inArray(orders.id, orderIds));
    return new Map(rows.map(({ id, number }) => [id, number]));
  }

  transitionsOf = (orderId: string) => findTransitions(this.database.queries, orderId);

  eventsAbout = (stripeIds: string[]) => findEvents(this.database.queries, stripeIds);

  private newest(
    which: SQL | undefined,
    limit: number,
    placed: SQL | Column = orders.createdAt,
  ): Promise<{ order: OrderRow; key: string }[]> {
    return this.database.queries
      .select({ order: orders, key: microsecondsOf(orders.createdAt) })
      .from(orders)
      .where(which)
      .orderBy(desc(placed), desc(orders.id))
      .limit(limit);
  }

  /** The first `limit` that are found among the newest: read from the newest on, until there are as many. */
  private amongNewest(listed: SQL | undefined, found: SQL | undefined, limit: number): SQL {
    const newest = this.database.queries
      .select({ id: orders.id, createdAt: orders.createdAt, isFound: sql`${found}`.as('is_found') })
      .from(orders)
      .where(listed)
      .orderBy(desc(orders.createdAt), desc(orders.id))
      .limit(NEWEST)
      .as('newest');
    return inArray(
      orders.id,
      this.database.queries
        .select({ id: newest.id })
        .from(newest)
        .where(sql`${newest.isFound}`)
        .orderBy(desc(newest.createdAt), desc(newest.id))
        .limit(limit),
    );
  }
}

function found(term: StoredTerm): SQL | undefined {
  switch (term.by) {
    case 'number':
      return eq(orders.number, term.number);
    case 'email':
      return eq(sql`lower(${orders.email})`, term.email.toLowerCase());
    case 'words':
      return sql`${wordsOf(orders.customerName, orders.email)} @@ lower(${prefixes(term.words)})::tsquery`;
    case 'session':
      return or(eq(orders.stripeSessionId, term.id), eq(orders.stripeExpiredSessionId, term.id));
    case 'payment':
      return eq(orders.stripePaymentIntentId, term.id);
    case 'subscription':
      return eq(orders.stripeSubscriptionId, term.id);
    case 'account':
      return eq(orders.stripeAccountId, term.id);
    case 'ids':
      return or(
        inArray(orders.stripeSessionId, term.ids),
        inArray(orders.stripeExpiredSessionId, term.ids),
        inArray(orders.stripePaymentIntentId, term.ids),
        inArray(orders.stripeSubscriptionId, term.ids),
        inArray(orders.stripeAccountId, term.ids),
      );
  }
}

/** The words hold letters and digits alone: see `searchTerm`. */
const prefixes = (words: string[]) => words.map((word) => `'${word}':*`).join(' & ');
