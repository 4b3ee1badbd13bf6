import { Injectable } from '@nestjs/common';
import type { StaffShipments, StaffShipmentsQuery } from '@shop/contract';
import { shipmentView } from '../../order/facts/shipment-view';
import { cursorOf, PAGE, pageOf, timeKey } from '../page-cursor';
import { StaffShipmentRepository } from './staff-shipment.repository';

/** Lists the parcels of all orders. */
@Injectable()
export class ShipmentList {
  constructor(private readonly repository: StaffShipmentRepository) {}

  /** What was shipped last comes first. */
  async list({ status, after }: StaffShipmentsQuery): Promise<StaffShipments> {
    const rows = await this.repository.page(status, timeKey(after), PAGE + 1);
    const { shown, next } = pageOf(rows, ({ key, id }) => cursorOf(key, id));
    const shipments = shown.map(({ orderNumber, ...row }) => ({
      ...shipmentView(orderNumber, row),
      orderNumber,
    }));
    return { shipments, next };
  }
}
