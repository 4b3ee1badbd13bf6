import { Injectable } from '@nestjs/common';
import { and, asc, eq, inArray, isNull, lt } from 'drizzle-orm';
import { Database } from '../database/database';
import { orders } from '../database/schema/tables';

/** Queries on orders that were never paid; no decisions. */
@Injectable()
export class UnpaidOrdersRepository {
  constructor(private readonly database: Database) {}

  /**
   * Removes expired orders, with all that belongs to them, that no payment was ever tried for and no person looks at.
   * @returns how many, at most `limit`
   */
  async remove(createdBefore: Date, limit: number): Promise<number> {
    const old = this.database.queries
      .select({ id: orders.id })
      .from(orders)
      .where(
        and(
          eq(orders.status, 'expired'),
          isNull(orders.stripePaymentIntentId),
          isNull(orders.paidAt),
          isNull(orders.reviewReason),
          lt(orders.createdAt, createdBefore),
        ),
      )
      .orderBy(asc(orders.createdAt))
      .limit(limit);
    const rows = await this.database.queries
      .delete(orders)
      .where(inArray(orders.id, old))
      .returning({ id: orders.id });
    return rows.length;
  }
}
