import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import {
  orderNumberSchema,
  staffActionRequestSchema,
  staffAddressRequestSchema,
  staffEmailRequestSchema,
} from '@shop/contract';
import type {
  StaffActionAnswer,
  StaffActionRequest,
  StaffAddressRequest,
  StaffEmailRequest,
} from '@shop/contract';
import { Deadline } from '../../http/lifecycle/deadline.interceptor';
import { Answers } from '../../openapi/answers';
import { knownNumber } from '../known-number';
import { StaffCall } from '../staff-call';
import { OF_ORDER_ACTIONS } from '../staff-problems';
import { DONE, whyOf } from './action-answers';
import { StaffChanges } from './staff-changes.service';

const params = { number: orderNumberSchema };

/** What a person of the staff changes of one order. */
@ApiTags('staff')
@Controller('api/staff/orders/:number')
export class OrderChangesController {
  constructor(private readonly changes: StaffChanges) {}

  @Post('delivery-address')
  @HttpCode(200)
  @StaffCall('operator')
  @Answers({
    summary: 'Corrects where an order goes before anything is sent',
    params,
    200: DONE,
    problems: [...OF_ORDER_ACTIONS],
  })
  setAddress(
    @Param('number') number: string,
    @Body({ schema: staffAddressRequestSchema }) { reason, address }: StaffAddressRequest,
    @Req() request: Request,
  ): Promise<StaffActionAnswer> {
    return this.changes.setAddress(knownNumber(number), address, whyOf(request, reason));
  }

  @Post('email')
  @HttpCode(200)
  @StaffCall('operator')
  @Answers({
    summary: 'Corrects the e-mail address of an order, and sends its last e-mail there',
    params,
    200: DONE,
    problems: [...OF_ORDER_ACTIONS],
  })
  setEmail(
    @Param('number') number: string,
    @Body({ schema: staffEmailRequestSchema }) { reason, email }: StaffEmailRequest,
    @Req() request: Request,
  ): Promise<StaffActionAnswer> {
    return this.changes.setEmail(knownNumber(number), email, whyOf(request, reason));
  }

  @Post('cancel')
  @HttpCode(200)
  @Deadline('stripe')
  @StaffCall('operator')
  @Answers({
    summary: 'Cancels an order before anything is sent; its payment is refunded in full',
    params,
    200: DONE,
    problems: [...OF_ORDER_ACTIONS],
  })
  cancelForShopper(
    @Param('number') number: string,
    @Body({ schema: staffActionRequestSchema }) { reason }: StaffActionRequest,
    @Req() request: Request,
  ): Promise<StaffActionAnswer> {
    return this.changes.cancel(knownNumber(number), whyOf(request, reason));
  }
}
