import { Body, Controller, Headers, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { orderNumberSchema, refundKeySchema, staffRefundRequestSchema } from '@shop/contract';
import type { StaffActionAnswer, StaffRefundRequest } from '@shop/contract';
import { ProblemError } from '../../http/errors/problem-error';
import { Deadline } from '../../http/lifecycle/deadline.interceptor';
import { Answers } from '../../openapi/answers';
import { knownNumber } from '../known-number';
import { StaffCall } from '../staff-call';
import { OF_ORDER_ACTIONS } from '../staff-problems';
import { DONE, whyOf } from './action-answers';
import { StaffChanges } from './staff-changes.service';

/** Money that a person of the staff gives back. */
@ApiTags('staff')
@Controller('api/staff/orders/:number/refund')
export class RefundsController {
  constructor(private readonly changes: StaffChanges) {}

  @Post()
  @HttpCode(200)
  @Deadline('stripe')
  @StaffCall('operator')
  @Answers({
    summary: 'Refunds an order through Stripe, whole or in part; the same key is the same refund',
    params: { number: orderNumberSchema },
    headers: { 'Idempotency-Key': refundKeySchema },
    200: DONE,
    problems: [
      ...OF_ORDER_ACTIONS,
      'INVALID_IDEMPOTENCY_KEY',
      'IDEMPOTENCY_KEY_REUSED',
      'STRIPE_UNAVAILABLE',
    ],
  })
  refundOrder(
    @Param('number') number: string,
    @Headers('idempotency-key') sent: unknown,
    @Body({ schema: staffRefundRequestSchema }) { reason, amountMinor }: StaffRefundRequest,
    @Req() request: Request,
  ): Promise<StaffActionAnswer> {
    const key = refundKeySchema.safeParse(sent);
    if (!key.success) throw new ProblemError('INVALID_IDEMPOTENCY_KEY');
    const wish = { amountMinor, key: key.data };
    return this.changes.refund(knownNumber(number), wish, whyOf(request, reason));
  }
}
