import { Injectable } from '@nestjs/common';
import { and, eq, isNull, or, sql } from 'drizzle-orm';
import { MicroBatcher } from '../../database/batching/micro-batcher';
import { Database } from '../../database/database';
import { isDatabaseUnavailable } from '../../database/is-database-unavailable';
import { orderLines, orders } from '../../database/schema/tables';
import type { OrderLineRow, OrderRow } from '../../database/schema/tables';

/** What the confirmation page shows of an order. No other columns: each costs more than finding the row. */
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
  paymentAction: orders.paymentAction,
  currency: orders.currency,
  subtotalMinor: orders.subtotalMinor,
  discountMinor: orders.discountMinor,
  shippingMinor: orders.shippingMinor,
  taxMinor: orders.taxMinor,
  taxIncludedMinor: orders.taxIncludedMinor,
  totalMinor: orders.totalMinor,
  refundedMinor: orders.refundedMinor,
  refunds: orders.refunds,
  presentment: orders.presentment,
  customerName: orders.customerName,
  email: orders.email,
  locale: orders.locale,
  paymentMethod: orders.paymentMethod,
  receiptUrl: orders.receiptUrl,
  shippingAddress: orders.shippingAddress,
  createdAt: orders.createdAt,
  disputedAt: orders.disputedAt,
  dispute: orders.dispute,
  firstViewedAt: orders.firstViewedAt,
};
export type ShownOrder = Pick<OrderRow, keyof typeof shownOfOrder>;

/** What the confirmation page shows of an order's line. */
export type ShownLine = Pick<
  OrderLineRow,
  'name' | 'imageUrl' | 'quantity' | 'unitAmountMinor' | 'recurring'
>;

export interface ShownWithLines {
  order: ShownOrder;
  lines: ShownLine[];
}

/** All lines of an order as one column. */
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

/** Queries of the confirmation page; no decisions. */
@Injectable()
export class ConfirmationRepository {
  private readonly shownBySession;
  private readonly shown = new MicroBatcher<string, ShownWithLines | undefined>(
    (stripeSessionIds) => this.findAllShown(stripeSessionIds),
    isDatabaseUnavailable,
  );

  constructor(private readonly database: Database) {
    // Runs with every request of the page: built once here, planned once per connection.
    const anyOf = sql`any(${sql.placeholder('stripeSessionIds')}::text[])`;
    this.shownBySession = database.queries
      .select({ order: shownOfOrder, lines: linesInOrder })
      .from(orders)
      .where(or(eq(orders.stripeSessionId, anyOf), eq(orders.stripeExpiredSessionId, anyOf)))
      .prepare('shown_by_session');
  }

  /** By the order's session, or by the expired session that it was recovered from. Concurrent calls share a query. */
  findShown(stripeSessionId: string): Promise<ShownWithLines | undefined> {
    return this.shown.add(stripeSessionId);
  }

  private async findAllShown(stripeSessionIds: string[]) {
    const rows = await this.shownBySession.execute({ stripeSessionIds });
    const bySession = new Map(rows.map((row) => [row.order.stripeSessionId, row]));
    const byExpired = new Map(rows.map((row) => [row.order.stripeExpiredSessionId, row]));
    return (id: string) => bySession.get(id) ?? byExpired.get(id);
  }

  /** @returns true for the first caller, once per order */
  async claimFirstView(id: string, now: Date): Promise<boolean> {
    const rows = await this.database.queries
      .update(orders)
      .set({ firstViewedAt: now })
      .where(and(eq(orders.id, id), isNull(orders.firstViewedAt)))
      .returning({ id: orders.id });
    return rows.length > 0;
  }
}
