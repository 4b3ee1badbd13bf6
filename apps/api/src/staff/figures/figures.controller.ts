import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { staffFiguresQuery, staffFiguresQuerySchema, staffFiguresSchema } from '@shop/contract';
import type { StaffFigures, StaffFiguresQuery } from '@shop/contract';
import { Answers } from '../../openapi/answers';
import { StaffCall } from '../staff-call';
import { OF_READS } from '../staff-problems';
import { FiguresService } from './figures.service';

/** How the last day and the last month were. */
@ApiTags('staff')
@Controller('api/staff/figures')
export class FiguresController {
  constructor(private readonly figures: FiguresService) {}

  @Get()
  @StaffCall('viewer', 'polled')
  @Answers({
    summary: 'How the last day or month was: orders, money, delays and failures in equal buckets',
    query: staffFiguresQuery,
    200: {
      description: 'As of `at`: two minutes ago at most.',
      schema: staffFiguresSchema,
      examples: ['staff-figures'],
    },
    problems: [...OF_READS, 'INVALID_REQUEST'],
  })
  staffFigures(
    @Query({ schema: staffFiguresQuerySchema }) { range }: StaffFiguresQuery,
  ): Promise<StaffFigures> {
    return this.figures.read(range);
  }
}
