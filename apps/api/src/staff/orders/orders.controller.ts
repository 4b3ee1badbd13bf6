import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import {
  orderNumberSchema,
  staffOrderSchema,
  staffOrdersQuery,
  staffOrdersQuerySchema,
  staffOrdersSchema,
} from '@shop/contract';
import type { StaffOrder, StaffOrders, StaffOrdersQuery } from '@shop/contract';
import { Deadline } from '../../http/lifecycle/deadline.interceptor';
import { Answers } from '../../openapi/answers';
import { knownNumber } from '../known-number';
import { StaffCall } from '../staff-call';
import { staffOf } from '../staff.guard';
import { OF_READS } from '../staff-problems';
import { FindOrders } from './find-orders.service';
import { ShowOrder } from './show-order.service';

/** Orders, for people of the staff. */
@ApiTags('staff')
@Controller('api/staff/orders')
export class OrdersController {
  constructor(
    private readonly orders: FindOrders,
    private readonly one: ShowOrder,
  ) {}

  @Get()
  @Deadline('stripe')
  @StaffCall('viewer', 'polled')
  @Answers({
    summary: 'Orders, newest first, by what they wait for and by a search',
    query: staffOrdersQuery,
    200: { description: 'A page.', schema: staffOrdersSchema, examples: ['staff-orders'] },
    problems: [...OF_READS, 'INVALID_REQUEST', 'ROLE_NOT_ALLOWED', 'STRIPE_UNAVAILABLE'],
  })
  staffOrders(
    @Query({ schema: staffOrdersQuerySchema }) query: StaffOrdersQuery,
    @Req() request: Request,
  ): Promise<StaffOrders> {
    return this.orders.find(query, staffOf(request));
  }

  @Get(':number')
  @StaffCall('viewer', 'polled')
  @Answers({
    summary: 'One order: what Stripe says, what the shop did, what was told, and when',
    params: { number: orderNumberSchema },
    200: { description: 'The order.', schema: staffOrderSchema, examples: ['staff-order'] },
    problems: [...OF_READS, 'ORDER_NOT_FOUND'],
  })
  staffOrder(@Param('number') number: string, @Req() request: Request): Promise<StaffOrder> {
    return this.one.show(knownNumber(number), staffOf(request));
  }
}
