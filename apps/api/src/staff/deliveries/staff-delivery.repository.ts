import { Injectable } from '@nestjs/common';
import { and, desc, eq, isNull, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { DeliveryState, StaffDeliveriesQuery } from '@shop/contract';
import { Database } from '../../database/database';
import { microsecondsOf } from '../../database/microseconds-of';
import { deliveries, fulfilments } from '../../database/schema/fulfilment-tables';
import { orders } from '../../database/schema/tables';

/** Where a page begins: behind this step. */
interface StepKey {
  key: string;
  orderId: string;
  step: string;
}

/** Queries on what is told of all orders, for people of the staff; no decisions. Each one reads by an index. */
@Injectable()
export class StaffDeliveryRepository {
  constructor(private readonly database: Database) {}

  /** Newest first, each with its last attempt. `key` is the time of the step to the microsecond. */
  page(
    { channel, outcome }: Pick<StaffDeliveriesQuery, 'channel' | 'outcome'>,
    after: StepKey | undefined,
    limit: number,
  ) {
    const { queries } = this.database;
    const { stagedAt, orderId, step } = fulfilments;
    const last = queries
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.orderId, orderId), eq(deliveries.step, step)))
      .orderBy(desc(deliveries.attempt))
      .limit(1)
      .as('last');
    return queries
      .select({
        row: fulfilments,
        orderNumber: orders.number,
        last: { at: last.at, outcome: last.outcome, code: last.code, attempt: last.attempt },
        key: microsecondsOf(stagedAt),
      })
      .from(fulfilments)
      .innerJoin(orders, eq(orders.id, orderId))
      .leftJoinLateral(last, sql`true`)
      .where(
        and(
          channel && eq(fulfilments.channel, channel),
          outcome && NARROWED[outcome],
          after &&
            sql`(${stagedAt}, ${orderId}, ${step}) < (${after.key}::timestamptz, ${after.orderId}::uuid, ${after.step})`,
        ),
      )
      .orderBy(desc(stagedAt), desc(orderId), desc(step))
      .limit(limit);
  }
}

/** As `outcomeOf` says it of a row. */
const NARROWED: Record<DeliveryState, SQL | undefined> = {
  pending: isNull(fulfilments.doneAt),
  sent: or(
    eq(fulfilments.outcome, 'sent'),
    sql`(${fulfilments.outcome} is null and ${fulfilments.doneAt} is not null)`,
  ),
  // The planner knows the partial index by a value that stands in the statement.
  moot: sql`${fulfilments.outcome} = 'moot'`,
  undeliverable: sql`${fulfilments.outcome} = 'undeliverable'`,
};
