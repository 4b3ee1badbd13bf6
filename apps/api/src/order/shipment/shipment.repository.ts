import { Injectable } from '@nestjs/common';
import { asc, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../../database/database';
import { shipmentLines, shipments, shipmentUpdates } from '../../database/schema/shipment-tables';
import type { ShipmentRow } from '../../database/schema/shipment-tables';
import type { ShipmentState, ShipmentUpdate } from '../facts/shipment-state';
import type { Shipment } from '../facts/shop-status';

/** Queries on the parcels of orders; no decisions. */
@Injectable()
export class ShipmentRepository {
  async insert(
    tx: Transaction,
    shipment: ShipmentRow,
    lines: Shipment['lines'],
    update: ShipmentUpdate,
  ): Promise<void> {
    await tx.insert(shipments).values(shipment);
    await tx
      .insert(shipmentLines)
      .values(lines.map((line) => ({ ...line, shipmentId: shipment.id })));
    await this.addUpdate(tx, shipment.id, update, shipment.createdAt);
  }

  /** Everything that was said of these parcels. */
  async updatesOf(
    tx: Transaction,
    shipmentIds: string[],
  ): Promise<(ShipmentUpdate & { shipmentId: string })[]> {
    return tx
      .select({
        shipmentId: shipmentUpdates.shipmentId,
        at: shipmentUpdates.at,
        status: shipmentUpdates.status,
        carrier: shipmentUpdates.carrier,
        trackingNumber: shipmentUpdates.trackingNumber,
        trackingUrl: shipmentUpdates.trackingUrl,
        estimatedOn: shipmentUpdates.estimatedOn,
      })
      .from(shipmentUpdates)
      .where(inArray(shipmentUpdates.shipmentId, shipmentIds))
      .orderBy(asc(shipmentUpdates.id));
  }

  async addUpdate(
    tx: Transaction,
    shipmentId: string,
    update: ShipmentUpdate,
    receivedAt: Date,
  ): Promise<void> {
    await tx.insert(shipmentUpdates).values({ ...update, shipmentId, receivedAt });
  }

  async setState(tx: Transaction, shipmentId: string, state: ShipmentState): Promise<void> {
    // It follows from the updates, and is asked for only where news are judged.
    const { goneAt: _goneAt, ...stored } = state;
    await tx.update(shipments).set(stored).where(eq(shipments.id, shipmentId));
  }
}
