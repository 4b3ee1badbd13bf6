import { Injectable } from '@nestjs/common';
import { asc, eq } from 'drizzle-orm';
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

  /** Everything that was said of a parcel. */
  async updatesOf(tx: Transaction, shipmentId: string): Promise<ShipmentUpdate[]> {
    return tx
      .select({
        at: shipmentUpdates.at,
        status: shipmentUpdates.status,
        carrier: shipmentUpdates.carrier,
        trackingNumber: shipmentUpdates.trackingNumber,
        trackingUrl: shipmentUpdates.trackingUrl,
        estimatedOn: shipmentUpdates.estimatedOn,
      })
      .from(shipmentUpdates)
      .where(eq(shipmentUpdates.shipmentId, shipmentId))
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
    await tx.update(shipments).set(state).where(eq(shipments.id, shipmentId));
  }
}
