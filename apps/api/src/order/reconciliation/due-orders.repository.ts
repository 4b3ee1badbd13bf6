import { Injectable } from '@nestjs/common';
import { and, asc, inArray, sql } from 'drizzle-orm';
import { Database } from '../../database/database';
import { orders } from '../../database/schema/tables';
import type { OrderRow } from '../../database/schema/tables';

/** Finds the orders that a sweep should read again; no decisions. */
@Injectable()
export class DueOrdersRepository {
  constructor(private readonly database: Database) {}

  /**
   * Unfinished orders that are due, oldest first. An order is due 2 minutes after it was made, then each time its age
   * has doubled since the last reading. It makes no difference whether webhooks came for it.
   */
  async find(limit: number): Promise<OrderRow[]> {
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
}
