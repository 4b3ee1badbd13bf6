import { Injectable } from '@nestjs/common';
import {
  and,
  asc,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  lt,
  notInArray,
  or,
  sql,
} from 'drizzle-orm';
import { MicroBatcher } from '../database/batching/micro-batcher';
import { Database } from '../database/database';
import { isDatabaseUnavailable } from '../database/is-database-unavailable';
import type { Placeholder } from 'drizzle-orm';
import type { Transaction } from '../database/database';
import { fulfilments, orderLines, orderTransitions, orders } from '../database/schema/tables';
import type {
  FulfilmentRow,
  NewOrderRow,
  OrderLineRow,
  OrderRow,
  OrderStatus,
  OrderTransitionRow,
} from '../database/schema/tables';

export type NewOrderLine = Omit<OrderLineRow, 'orderId' | 'position'>;

/** Queries on orders; no decisions. */
@Injectable()
export class OrderRepository {
  private readonly bySession;
  private readonly shownBySession;
  private readonly shown = new MicroBatcher<string, ShownWithLines | undefined>(
    (stripeSessionIds) => this.findAllShown(stripeSessionIds),
    isDatabaseUnavailable,
  );

  constructor(private readonly database: Database) {
    // What every page asks for, again and again: built once here, planned once a connection.
    const asked = hasSession(sql.placeholder('stripeSessionId'));
    const anyOf = sql`any(${sql.placeholder('stripeSessionIds')}::text[])`;
    this.bySession = database.queries
      .select()
      .from(orders)
      .where(asked)
      .prepare('order_by_session');
    this.shownBySession = database.queries
      .select({ order: shownOfOrder, lines: linesInOrder })
      .from(orders)
      .where(or(eq(orders.stripeSessionId, anyOf), eq(orders.stripeExpiredSessionId, anyOf)))
      .prepare('shown_by_session');
  }

  async findBySession(stripeSessionId: string): Promise<OrderRow | undefined> {
    const rows = await this.bySession.execute({ stripeSessionId });
    return rows[0];
  }

  /** What a page shows: no more columns than that, for each costs more than finding the row. */
  findShown(stripeSessionId: string): Promise<ShownWithLines | undefined> {
    return this.shown.add(stripeSessionId);
  }

  private async findAllShown(stripeSessionIds: string[]) {
    const rows = await this.shownBySession.execute({ stripeSessionIds });
    const bySession = new Map(rows.map((row) => [row.order.stripeSessionId, row]));
    const byExpired = new Map(rows.map((row) => [row.order.stripeExpiredSessionId, row]));
    return (id: string) => bySession.get(id) ?? byExpired.get(id);
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

  /** Unless a reading of the session has been faster, which knows it better. */
  async attachSession(id: string, session: { id: string; url: string | null }): Promise<void> {
    await this.database.queries
      .update(orders)
      .set({ stripeSessionId: session.id, sessionUrl: session.url })
      .where(and(eq(orders.id, id), isNull(orders.stripeSessionId)));
  }

  /** @returns the new key; or the one that somebody else has put in place of the old one */
  async changeStripeKey(id: string, from: string, to: string): Promise<string> {
    const key = orders.stripeIdempotencyKey;
    const rows = await this.database.queries
      .update(orders)
      .set({ stripeIdempotencyKey: sql`case when ${key} = ${from} then ${to} else ${key} end` })
      .where(eq(orders.id, id))
      .returning({ key });
    return rows[0]?.key ?? to;
  }

  async findByPaymentIntent(stripePaymentIntentId: string): Promise<OrderRow | undefined> {
    const rows = await this.database.queries
      .select()
      .from(orders)
      .where(eq(orders.stripePaymentIntentId, stripePaymentIntentId));
    return rows[0];
  }

  async search(term: string): Promise<OrderRow[]> {
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(term);
    return this.database.queries
      .select()
      .from(orders)
      .where(
        or(
          hasSession(term),
          eq(orders.number, term.toUpperCase()),
          eq(sql`lower(${orders.email})`, term.toLowerCase()),
          isId ? eq(orders.id, term) : undefined,
        ),
      )
      .orderBy(desc(orders.createdAt))
      .limit(100);
  }

  async transitionsOf(orderId: string): Promise<OrderTransitionRow[]> {
    return this.database.queries
      .select()
      .from(orderTransitions)
      .where(eq(orderTransitions.orderId, orderId))
      .orderBy(asc(orderTransitions.id));
  }

  async fulfilmentsOf(orderId: string): Promise<FulfilmentRow[]> {
    return this.database.queries
      .select()
      .from(fulfilments)
      .where(eq(fulfilments.orderId, orderId))
      .orderBy(asc(fulfilments.stagedAt));
  }

  /** Orders that wait for a person's decision, oldest first. */
  async findInReview(): Promise<OrderRow[]> {
    return this.database.queries
      .select()
      .from(orders)
      .where(inReview)
      .orderBy(asc(orders.createdAt))
      .limit(100);
  }

  async countInReview(): Promise<number> {
    return this.database.queries.$count(orders, inReview);
  }

  /** What the order was before it came to need review; a refusal that was taken back does not count. */
  async statusBeforeReview(tx: Transaction, orderId: string): Promise<OrderStatus> {
    const [row] = await tx
      .select({ status: orderTransitions.fromStatus })
      .from(orderTransitions)
      .where(
        and(
          eq(orderTransitions.orderId, orderId),
          eq(orderTransitions.toStatus, 'needs_review'),
          notInArray(orderTransitions.fromStatus, ['refused', 'needs_review']),
        ),
      )
      .orderBy(desc(orderTransitions.id))
      .limit(1);
    return row?.status ?? 'pending';
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

  /**
   * Unfinished orders whose turn it is to be read again: 2 minutes after they were made, then at twice the age each
   * time, whatever became of their webhooks.
   */
  async findDue(limit: number): Promise<OrderRow[]> {
    const seen = sql`coalesce(${orders.checkedAt}, ${orders.createdAt})`;
    return this.database.queries
      .select()
      .from(orders)
      .where(
        and(
          inArray(orders.status, ['pending', 'processing']),
          sql`now() - ${seen} > greatest(interval '2 minutes', ${seen} - ${orders.createdAt})`,
        ),
      )
      .orderBy(asc(orders.createdAt))
      .limit(limit);
  }

  /** Shoppers of an account, greeted by another name from now on. @returns how many orders */
  async renameAccount(stripeAccountId: string, customerName: string): Promise<number> {
    const rows = await this.database.queries
      .update(orders)
      .set({ customerName, version: sql`${orders.version} + 1` })
      .where(eq(orders.stripeAccountId, stripeAccountId))
      .returning({ id: orders.id });
    return rows.length;
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

  async lockById(tx: Transaction, id: string): Promise<OrderRow | undefined> {
    const rows = await tx.select().from(orders).where(eq(orders.id, id)).for('update');
    return rows[0];
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

  /** @returns how many seconds after it was staged */
  async markFulfilled(orderId: string, step: string): Promise<number> {
    const [row] = await this.database.queries
      .update(fulfilments)
      .set({ doneAt: sql`now()` })
      .where(and(eq(fulfilments.orderId, orderId), eq(fulfilments.step, step)))
      .returning({ seconds: sql`extract(epoch from now() - ${fulfilments.stagedAt})` });
    return Number(row?.seconds ?? 0);
  }
}

const inReview = and(isNotNull(orders.reviewReason), isNull(orders.reviewResolvedAt));

const shownOfOrder = {
  id: orders.id,
  number: orders.number,
  status: orders.status,
  browserHash: orders.browserHash,
  stripeSessionId: orders.stripeSessionId,
  stripeExpiredSessionId: orders.stripeExpiredSessionId,
  sessionState: orders.sessionState,
  sessionUrl: orders.sessionUrl,
  recoveryUrl: orders.recoveryUrl,
  voucherUrl: orders.voucherUrl,
  currency: orders.currency,
  subtotalMinor: orders.subtotalMinor,
  discountMinor: orders.discountMinor,
  shippingMinor: orders.shippingMinor,
  taxMinor: orders.taxMinor,
  totalMinor: orders.totalMinor,
  refundedMinor: orders.refundedMinor,
  presentment: orders.presentment,
  customerName: orders.customerName,
  email: orders.email,
  locale: orders.locale,
  paymentMethod: orders.paymentMethod,
  receiptUrl: orders.receiptUrl,
  shippingAddress: orders.shippingAddress,
  createdAt: orders.createdAt,
  disputedAt: orders.disputedAt,
  firstViewedAt: orders.firstViewedAt,
};
export type ShownOrder = Pick<OrderRow, keyof typeof shownOfOrder>;

/** What a page shows of a line, and all of them as one column of their order. */
export type ShownLine = Pick<
  OrderLineRow,
  'name' | 'imageUrl' | 'quantity' | 'unitAmountMinor' | 'recurring'
>;

export interface ShownWithLines {
  order: ShownOrder;
  lines: ShownLine[];
}
const linesInOrder = sql<ShownLine[]>`(
  select coalesce(json_agg(json_build_object(
    'name', ${orderLines.name},
    'imageUrl', ${orderLines.imageUrl},
    'quantity', ${orderLines.quantity},
    'unitAmountMinor', ${orderLines.unitAmountMinor},
    'recurring', ${orderLines.recurring}
  ) order by ${orderLines.position}), '[]')
  from ${orderLines} where ${orderLines.orderId} = ${orders.id}
)`.as('lines');

/** Of the session that is paid, or of the expired one it was recovered from. */
const hasSession = (stripeSessionId: string | Placeholder) =>
  or(
    eq(orders.stripeSessionId, stripeSessionId),
    eq(orders.stripeExpiredSessionId, stripeSessionId),
  );
