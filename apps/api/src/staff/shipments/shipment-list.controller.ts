import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import {
  staffShipmentsQuery,
  staffShipmentsQuerySchema,
  staffShipmentsSchema,
} from '@shop/contract';
import type { StaffShipments, StaffShipmentsQuery } from '@shop/contract';
import { Answers } from '../../openapi/answers';
import { StaffCall } from '../staff-call';
import { staffOf } from '../staff.guard';
import { OF_READS } from '../staff-problems';
import { ShipmentList } from './shipment-list.service';

/** Parcels of all orders. */
@ApiTags('staff')
@Controller('api/staff/shipments')
export class ShipmentListController {
  constructor(private readonly shipments: ShipmentList) {}

  @Get()
  @StaffCall('viewer', 'polled')
  @Answers({
    summary: 'Parcels of all orders by what has become of them, newest first',
    query: staffShipmentsQuery,
    200: { description: 'A page.', schema: staffShipmentsSchema, examples: ['staff-shipments'] },
    problems: [...OF_READS, 'INVALID_REQUEST'],
  })
  staffShipments(
    @Query({ schema: staffShipmentsQuerySchema }) query: StaffShipmentsQuery,
    @Req() request: Request,
  ): Promise<StaffShipments> {
    return this.shipments.list(query, staffOf(request));
  }
}
