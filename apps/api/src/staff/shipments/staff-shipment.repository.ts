import { Injectable } from '@nestjs/common';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { ShipmentStatus } from '../../database/schema/order-values';
import { Database } from '../../database/database';
import { microsecondsOf } from '../../database/microseconds-of';
import { shipments } from '../../database/schema/shipment-tables';
import { orders } from '../../database/schema/tables';
import type { PageKey } from '../../jobs/dead-letters';
import { shipmentColumns } from '../../order/facts/find-shipments';

/** Queries on the parcels of all orders, for people of the staff; no decisions. Each one reads by an index. */
@Injectable()
export class StaffShipmentRepository {
  constructor(private readonly database: Database) {}

  /** What was shipped last comes first. `key` is that time to the microsecond. */
  page(status: ShipmentStatus | undefined, after: PageKey | undefined, limit: number) {
    const { shippedAt, id } = shipments;
    return this.database.queries
      .select({
        ...shipmentColumns,
        orderNumber: orders.number,
        key: microsecondsOf(shippedAt),
      })
      .from(shipments)
      .innerJoin(orders, eq(orders.id, shipments.orderId))
      .where(
        and(
          status && eq(shipments.status, status),
          after && sql`(${shippedAt}, ${id}) < (${after.key}::timestamptz, ${after.id}::uuid)`,
        ),
      )
      .orderBy(desc(shippedAt), desc(id))
      .limit(limit);
  }
}
