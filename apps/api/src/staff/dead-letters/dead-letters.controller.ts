import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { deadLettersSchema, staffPageQuery, staffPageQuerySchema } from '@shop/contract';
import type { DeadLetters, StaffPageQuery } from '@shop/contract';
import { Answers } from '../../openapi/answers';
import { StaffCall } from '../staff-call';
import { OF_READS } from '../staff-problems';
import { DeadLetterList } from './dead-letter-list.service';

/** Work that was given up. */
@ApiTags('staff')
@Controller('api/staff/dead-letters')
export class DeadLettersController {
  constructor(private readonly list: DeadLetterList) {}

  @Get()
  @StaffCall('viewer', 'polled')
  @Answers({
    summary: 'Work that failed for good, newest first',
    query: staffPageQuery,
    200: { description: 'A page.', schema: deadLettersSchema, examples: ['dead-letters'] },
    problems: [...OF_READS, 'INVALID_REQUEST'],
  })
  deadLetters(
    @Query({ schema: staffPageQuerySchema }) query: StaffPageQuery,
  ): Promise<DeadLetters> {
    return this.list.list(query);
  }
}
