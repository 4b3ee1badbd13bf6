import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { foreignPaymentIdSchema, staffActionRequestSchema } from '@shop/contract';
import type { StaffActionAnswer, StaffActionRequest } from '@shop/contract';
import { Deadline } from '../../http/lifecycle/deadline.interceptor';
import { Answers } from '../../openapi/answers';
import { StaffCall } from '../staff-call';
import { OF_ACTIONS } from '../staff-problems';
import { DONE, whyOf } from './action-answers';
import { impossible } from './as-refusal';
import { StripeActs } from './stripe-acts.service';

/** What a person of the staff does about the Stripe account. */
@ApiTags('staff')
@Controller('api/staff')
export class StripeActionsController {
  constructor(private readonly acts: StripeActs) {}

  @Post('stripe/check')
  @HttpCode(200)
  @Deadline('stripe')
  @StaffCall('operator')
  @Answers({
    summary: 'Looks at the webhook endpoint and at what the key may do, now',
    200: DONE,
    problems: [...OF_ACTIONS, 'STRIPE_UNAVAILABLE'],
  })
  checkStripe(
    @Body({ schema: staffActionRequestSchema }) { reason }: StaffActionRequest,
    @Req() request: Request,
  ): Promise<StaffActionAnswer> {
    return this.acts.check(whyOf(request, reason));
  }

  @Post('payments/:id/settle')
  @HttpCode(200)
  @StaffCall('operator')
  @Answers({
    summary: 'Says that a person has dealt with a paid session that has no order',
    params: { id: foreignPaymentIdSchema },
    200: DONE,
    problems: [...OF_ACTIONS, 'ACTION_NOT_POSSIBLE'],
  })
  settlePayment(
    @Param('id') id: string,
    @Body({ schema: staffActionRequestSchema }) { reason }: StaffActionRequest,
    @Req() request: Request,
  ): Promise<StaffActionAnswer> {
    const paymentId = foreignPaymentIdSchema.safeParse(id);
    if (!paymentId.success) throw impossible('there is no such payment');
    return this.acts.settle(paymentId.data, whyOf(request, reason));
  }
}
