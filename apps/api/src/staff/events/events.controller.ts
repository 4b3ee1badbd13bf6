import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { staffEventsQuery, staffEventsQuerySchema, staffEventsSchema } from '@shop/contract';
import type { StaffEvents, StaffEventsQuery } from '@shop/contract';
import { Answers } from '../../openapi/answers';
import { StaffCall } from '../staff-call';
import { OF_READS } from '../staff-problems';
import { EventList } from './event-list.service';

/** Events of Stripe. */
@ApiTags('staff')
@Controller('api/staff/events')
export class EventsController {
  constructor(private readonly list: EventList) {}

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
}
