import { Injectable } from '@nestjs/common';
import { and, desc, eq, isNotNull, ne, or, sql } from 'drizzle-orm';
import { Database } from '../../database/database';
import { orders } from '../../database/schema/tables';
import type { OrderRow } from '../../database/schema/tables';

/** Queries for a shopper who looks for an order; no decisions. */
@Injectable()
export class FindOrderRepository {
  constructor(private readonly database: Database) {}

  /**
   * The orders of an address, or the one of them with this number; the newest first. A checkout that nobody finished is no
   * order.
   */
  async findByEmail(
    email: string,
    orderNumber: string | undefined,
    limit: number,
  ): Promise<OrderRow[]> {
    return this.database.queries
      .select()
      .from(orders)
      .where(
        and(
          eq(sql`lower(${orders.email})`, email),
          orderNumber === undefined ? undefined : eq(orders.number, orderNumber),
          isNotNull(orders.stripeSessionId),
          ne(orders.status, 'pending'),
          or(ne(orders.status, 'expired'), isNotNull(orders.stripePaymentIntentId)),
        ),
      )
      .orderBy(desc(orders.createdAt))
      .limit(limit);
  }
}
