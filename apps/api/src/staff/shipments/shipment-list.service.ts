import { Injectable } from '@nestjs/common';
import type { StaffShipments, StaffShipmentsQuery } from '@shop/contract';
import { cursorOf, PAGE, pageOf, timeKey } from '../page-cursor';
import { parcelView } from '../shipment-answers';
import { seesPeople } from '../staff';
import type { Staff } from '../staff';
import { StaffShipmentRepository } from './staff-shipment.repository';

/** Lists the parcels of all orders. */
@Injectable()
export class ShipmentList {
  constructor(private readonly repository: StaffShipmentRepository) {}

  /** What was shipped last comes first. */
  async list({ status, after }: StaffShipmentsQuery, staff: Staff): Promise<StaffShipments> {
    const rows = await this.repository.page(status, timeKey(after), PAGE + 1);
    const { shown, next } = pageOf(rows, ({ key, id }) => cursorOf(key, id));
    const shipments = shown.map(({ orderNumber, ...row }) => ({
      ...parcelView(orderNumber, row, seesPeople(staff)),
      orderNumber,
    }));
    return { shipments, next };
  }
}
