import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { deadLetterIdSchema, staffActionRequestSchema, stripeEventIdSchema } from '@shop/contract';
import type { StaffActionAnswer, StaffActionRequest } from '@shop/contract';
import { ProblemError } from '../../http/errors/problem-error';
import { Deadline } from '../../http/lifecycle/deadline.interceptor';
import { Answers } from '../../openapi/answers';
import { StaffCall } from '../staff-call';
import { OF_ACTIONS } from '../staff-problems';
import { DONE, whyOf } from './action-answers';
import { StaffActs } from './staff-acts.service';

/** What a person of the staff does with events of Stripe and with work that was given up. */
@ApiTags('staff')
@Controller('api/staff')
export class WorkActionsController {
  constructor(private readonly acts: StaffActs) {}

  @Post('events/:id/replay')
  @HttpCode(200)
  @Deadline('stripe')
  @StaffCall('operator')
  @Answers({
    summary: 'Queues an event of Stripe again, whether or not it was handled',
    params: { id: stripeEventIdSchema },
    200: DONE,
    problems: [...OF_ACTIONS, 'ACTION_NOT_POSSIBLE', 'STRIPE_UNAVAILABLE'],
  })
  replayEvent(
    @Param('id') id: string,
    @Body({ schema: staffActionRequestSchema }) { reason }: StaffActionRequest,
    @Req() request: Request,
  ): Promise<StaffActionAnswer> {
    const eventId = stripeEventIdSchema.safeParse(id);
    if (!eventId.success) throw notThere();
    return this.acts.replay(eventId.data, whyOf(request, reason));
  }

  @Post('dead-letters/:id/retry')
  @HttpCode(200)
  @StaffCall('operator')
  @Answers({
    summary: 'Queues one piece of work again that failed for good',
    params: { id: deadLetterIdSchema },
    200: DONE,
    problems: [...OF_ACTIONS, 'ACTION_NOT_POSSIBLE'],
  })
  retryDeadLetter(
    @Param('id') id: string,
    @Body({ schema: staffActionRequestSchema }) { reason }: StaffActionRequest,
    @Req() request: Request,
  ): Promise<StaffActionAnswer> {
    const letterId = deadLetterIdSchema.safeParse(id);
    if (!letterId.success) throw notThere();
    return this.acts.retry(letterId.data.toLowerCase(), whyOf(request, reason));
  }

  @Post('dead-letters/retry')
  @HttpCode(200)
  @StaffCall('operator')
  @Answers({
    summary: 'Queues all work again that failed for good',
    200: DONE,
    problems: [...OF_ACTIONS],
  })
  retryDeadLetters(
    @Body({ schema: staffActionRequestSchema }) { reason }: StaffActionRequest,
    @Req() request: Request,
  ): Promise<StaffActionAnswer> {
    return this.acts.retryAll(whyOf(request, reason));
  }
}

/** What has no form of an id is the id of nothing. */
const notThere = () =>
  new ProblemError('ACTION_NOT_POSSIBLE', [{ path: 'id', message: 'there is no such thing' }]);
