import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  staffEventDetailSchema,
  staffEventsQuery,
  staffEventsQuerySchema,
  staffEventsSchema,
  stripeEventIdSchema,
} from '@shop/contract';
import type { StaffEventDetail, StaffEvents, StaffEventsQuery } from '@shop/contract';
import { Answers } from '../../openapi/answers';
import { StaffCall } from '../staff-call';
import { OF_READS } from '../staff-problems';
import { EventDetail } from './event-detail.service';
import { EventList } from './event-list.service';

/** Events of Stripe. */
@ApiTags('staff')
@Controller('api/staff/events')
export class EventsController {
  constructor(
    private readonly list: EventList,
    private readonly one: EventDetail,
  ) {}

  @Get()
  @StaffCall('viewer', 'polled')
  @Answers({
    summary: 'Events of Stripe, newest first, by what became of them and what they are about',
    query: staffEventsQuery,
    200: { description: 'A page.', schema: staffEventsSchema, examples: ['staff-events'] },
    problems: [...OF_READS, 'INVALID_REQUEST'],
  })
  staffEvents(
    @Query({ schema: staffEventsQuerySchema }) query: StaffEventsQuery,
  ): Promise<StaffEvents> {
    return this.list.list(query);
  }

  @Get(':id')
  @StaffCall('viewer', 'polled')
  @Answers({
    summary: 'One event of Stripe: how it came, what it is about, and what became of it',
    params: { id: stripeEventIdSchema },
    200: { description: 'The event.', schema: staffEventDetailSchema, examples: ['staff-event'] },
    problems: [...OF_READS, 'EVENT_NOT_FOUND'],
  })
  staffEvent(@Param('id') id: string): Promise<StaffEventDetail> {
    return this.one.show(id);
  }
}
