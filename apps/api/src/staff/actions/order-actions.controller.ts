import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import {
  orderNumberSchema,
  staffActionRequestSchema,
  staffResendRequestSchema,
  staffResolveRequestSchema,
} from '@shop/contract';
import type {
  StaffActionAnswer,
  StaffActionRequest,
  StaffResendRequest,
  StaffResolveRequest,
} from '@shop/contract';
import { Deadline } from '../../http/lifecycle/deadline.interceptor';
import { Answers } from '../../openapi/answers';
import { knownNumber } from '../known-number';
import { StaffCall } from '../staff-call';
import { OF_ORDER_ACTIONS } from '../staff-problems';
import { DONE, whyOf } from './action-answers';
import { StaffActs } from './staff-acts.service';

const params = { number: orderNumberSchema };

/** What a person of the staff does with one order. */
@ApiTags('staff')
@Controller('api/staff/orders/:number')
export class OrderActionsController {
  constructor(private readonly acts: StaffActs) {}

  @Post('sync')
  @HttpCode(200)
  @Deadline('stripe')
  @StaffCall('operator')
  @Answers({
    summary: 'Reads the order again from Stripe',
    params,
    200: DONE,
    problems: [...OF_ORDER_ACTIONS, 'STRIPE_UNAVAILABLE'],
  })
  syncOrder(
    @Param('number') number: string,
    @Body({ schema: staffActionRequestSchema }) { reason }: StaffActionRequest,
    @Req() request: Request,
  ): Promise<StaffActionAnswer> {
    return this.acts.sync(knownNumber(number), whyOf(request, reason));
  }

  @Post('resend')
  @HttpCode(200)
  @StaffCall('operator')
  @Answers({
    summary: 'Sends again what a channel was refused, else its last message, or one that is named',
    params,
    200: DONE,
    problems: [...OF_ORDER_ACTIONS],
  })
  resendOrder(
    @Param('number') number: string,
    @Body({ schema: staffResendRequestSchema }) { reason, ...what }: StaffResendRequest,
    @Req() request: Request,
  ): Promise<StaffActionAnswer> {
    return this.acts.resend(knownNumber(number), what, whyOf(request, reason));
  }

  @Post('resolve')
  @HttpCode(200)
  @Deadline('stripe')
  @StaffCall('operator')
  @Answers({
    summary: 'Decides what becomes of an order under review',
    params,
    200: DONE,
    problems: [...OF_ORDER_ACTIONS, 'STRIPE_UNAVAILABLE'],
  })
  resolveOrder(
    @Param('number') number: string,
    @Body({ schema: staffResolveRequestSchema }) { reason, decision }: StaffResolveRequest,
    @Req() request: Request,
  ): Promise<StaffActionAnswer> {
    return this.acts.resolve(knownNumber(number), decision, whyOf(request, reason));
  }
}
