import { Injectable } from '@nestjs/common';
import { and, asc, eq, gte, inArray, isNull, or, sql } from 'drizzle-orm';
import { Database } from '../../database/database';
import type { Transaction } from '../../database/database';
import { deliveries, fulfilments } from '../../database/schema/fulfilment-tables';
import type { DeliveryRow, FulfilmentRow } from '../../database/schema/fulfilment-tables';
import type { OrderRow } from '../../database/schema/tables';
import { lockedOrderById } from '../facts/order-rows';

/** In the order in which they are told. Steps of an older version have no sequence, and came first. */
const inSequence = [sql`${fulfilments.sequence} asc nulls first`, asc(fulfilments.stagedAt)];

/** Queries on what was told, for a person who wants it told again; no decisions. */
@Injectable()
export class ResendRepository {
  constructor(private readonly database: Database) {}

  /** Every attempt of every step of an order, oldest first. */
  async attemptsOf(orderId: string): Promise<DeliveryRow[]> {
    return this.database.queries
      .select()
      .from(deliveries)
      .where(eq(deliveries.orderId, orderId))
      .orderBy(asc(deliveries.at), asc(deliveries.attempt));
  }

  /** All steps of an order, in all channels, in the order of their sequence. */
  async stepsOf(orderId: string): Promise<FulfilmentRow[]> {
    return this.database.queries
      .select()
      .from(fulfilments)
      .where(eq(fulfilments.orderId, orderId))
      .orderBy(...inSequence);
  }

  /** As `stepsOf`, with the order, whose row is locked. */
  async lock(
    tx: Transaction,
    orderId: string,
  ): Promise<{ order: OrderRow | undefined; rows: FulfilmentRow[] }> {
    const [order] = await lockedOrderById(tx, { id: orderId });
    const rows = await tx
      .select()
      .from(fulfilments)
      .where(eq(fulfilments.orderId, orderId))
      .orderBy(...inSequence);
    return { order, rows };
  }

  /** Orders with a step of these names that was staged or ended since a time, or has not ended; oldest first. */
  async ordersWithSteps(names: string[], since: Date): Promise<string[]> {
    const rows = await this.database.queries
      .select({ orderId: fulfilments.orderId })
      .from(fulfilments)
      .where(
        and(
          inArray(sql`split_part(${fulfilments.step}, ':', 1)`, names),
          or(
            gte(fulfilments.doneAt, since),
            gte(fulfilments.stagedAt, since),
            isNull(fulfilments.doneAt),
          ),
        ),
      )
      .groupBy(fulfilments.orderId)
      .orderBy(sql`min(${fulfilments.stagedAt})`);
    return rows.map(({ orderId }) => orderId);
  }
}
