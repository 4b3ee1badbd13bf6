import { Injectable } from '@nestjs/common';
import { and, asc, desc, eq, isNotNull, isNull, notInArray } from 'drizzle-orm';
import { Database } from '../../database/database';
import type { Transaction } from '../../database/database';
import { orderTransitions, orders } from '../../database/schema/tables';
import type { OrderRow, OrderStatus } from '../../database/schema/tables';

const inReview = and(isNotNull(orders.reviewReason), isNull(orders.reviewResolvedAt));

/** Queries on orders under review; no decisions. */
@Injectable()
export class ReviewRepository {
  constructor(private readonly database: Database) {}

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

  /** The order's status before its review began. A refusal that was reopened does not count as one. */
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
}
