import { asc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Transaction } from '../../database/database';
import { shipmentLines, shipments } from '../../database/schema/shipment-tables';
import type { Shipment } from './shop-status';

/** What is in a parcel, as one column. */
const linesOfShipment = sql<Shipment['lines']>`(
  select coalesce(json_agg(json_build_object(
    'position', ${shipmentLines.position},
    'quantity', ${shipmentLines.quantity}
  ) order by ${shipmentLines.position}), '[]')
  from ${shipmentLines} where ${shipmentLines.shipmentId} = ${shipments.id}
)`.as('lines');

/** The parcels of an order, the first one first: for each room that shows or judges them. */
export async function findShipments(queries: Transaction, orderId: string): Promise<Shipment[]> {
  return queries
    .select({ ...getTableColumns(shipments), lines: linesOfShipment })
    .from(shipments)
    .where(eq(shipments.orderId, orderId))
    .orderBy(asc(shipments.createdAt), asc(shipments.id));
}
