import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { orderNumberSchema, staffActionRequestSchema } from '@shop/contract';
import type { ProblemCode, StaffActionAnswer, StaffActionRequest } from '@shop/contract';
import { Answers } from '../../openapi/answers';
import { knownNumber } from '../known-number';
import { StaffCall } from '../staff-call';
import { OF_ACTIONS } from '../staff-problems';
import { DONE, whyOf } from './action-answers';
import { HeldTellingActs } from './held-telling-acts.service';

const params = { number: orderNumberSchema };
const problems: ProblemCode[] = [...OF_ACTIONS, 'ORDER_NOT_FOUND'];

/** What a person says about an order of a restored database, whose telling waits for that. */
@ApiTags('staff')
@Controller('api/staff/orders/:number')
export class HeldTellingController {
  constructor(private readonly acts: HeldTellingActs) {}

  @Post('tell')
  @HttpCode(200)
  @StaffCall('operator')
  @Answers({
    summary: 'Tells what an order of a restored database has held back, as far as it is still true',
    params,
    200: DONE,
    problems,
  })
  tellHeld(
    @Param('number') number: string,
    @Body({ schema: staffActionRequestSchema }) { reason }: StaffActionRequest,
    @Req() request: Request,
  ): Promise<StaffActionAnswer> {
    return this.acts.decide(knownNumber(number), 'tell', whyOf(request, reason));
  }

  @Post('told')
  @HttpCode(200)
  @StaffCall('operator')
  @Answers({
    summary: 'Says that what such an order has held back was told before: nothing is sent',
    params,
    200: DONE,
    problems,
  })
  markTold(
    @Param('number') number: string,
    @Body({ schema: staffActionRequestSchema }) { reason }: StaffActionRequest,
    @Req() request: Request,
  ): Promise<StaffActionAnswer> {
    return this.acts.decide(knownNumber(number), 'told', whyOf(request, reason));
  }
}
