import { asc, getTableColumns, inArray, sql } from 'drizzle-orm';
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

/** All that is known of a parcel. */
export const shipmentColumns = { ...getTableColumns(shipments), lines: linesOfShipment };

/** The parcels of an order, the first one first: for each room that shows or judges them. */
export async function findShipments(queries: Transaction, orderId: string): Promise<Shipment[]> {
  return findShipmentsOf(queries, [orderId]);
}

/** As `findShipments`, of several orders. */
export async function findShipmentsOf(
  queries: Transaction,
  orderIds: string[],
): Promise<(Shipment & { orderId: string })[]> {
  return queries
    .select(shipmentColumns)
    .from(shipments)
    .where(inArray(shipments.orderId, orderIds))
    .orderBy(asc(shipments.createdAt), asc(shipments.id));
}
