import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  staffDeliveriesQuery,
  staffDeliveriesQuerySchema,
  staffDeliveriesSchema,
} from '@shop/contract';
import type { StaffDeliveries, StaffDeliveriesQuery } from '@shop/contract';
import { Answers } from '../../openapi/answers';
import { StaffCall } from '../staff-call';
import { OF_READS } from '../staff-problems';
import { DeliveryList } from './delivery-list.service';

/** What is told about orders, to whom. */
@ApiTags('staff')
@Controller('api/staff/deliveries')
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveryList) {}

  @Get()
  @StaffCall('viewer', 'polled')
  @Answers({
    summary: "What was or is to be told to shoppers, the shop's own system and staff, newest first",
    query: staffDeliveriesQuery,
    200: { description: 'A page.', schema: staffDeliveriesSchema, examples: ['staff-deliveries'] },
    problems: [...OF_READS, 'INVALID_REQUEST'],
  })
  staffDeliveries(
    @Query({ schema: staffDeliveriesQuerySchema }) query: StaffDeliveriesQuery,
  ): Promise<StaffDeliveries> {
    return this.deliveries.list(query);
  }
}
