import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { staffOverviewSchema } from '@shop/contract';
import type { StaffOverview } from '@shop/contract';
import { Answers } from '../../openapi/answers';
import { StaffCall } from '../staff-call';
import { OF_READS } from '../staff-problems';
import { OverviewService } from './overview.service';

/** What needs a person now. */
@ApiTags('staff')
@Controller('api/staff/overview')
export class OverviewController {
  constructor(private readonly overview: OverviewService) {}

  @Get()
  @StaffCall('viewer', 'polled')
  @Answers({
    summary: 'What needs a person now, and how the last day was',
    200: { description: 'As of now.', schema: staffOverviewSchema, examples: ['staff-overview'] },
    problems: [...OF_READS],
  })
  staffOverview(): Promise<StaffOverview> {
    return this.overview.read();
  }
}
