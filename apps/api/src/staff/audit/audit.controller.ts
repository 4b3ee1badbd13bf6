import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { staffAuditSchema, staffPageQuery, staffPageQuerySchema } from '@shop/contract';
import type { StaffAudit, StaffPageQuery } from '@shop/contract';
import { Answers } from '../../openapi/answers';
import { StaffCall } from '../staff-call';
import { staffOf } from '../staff.guard';
import { OF_READS } from '../staff-problems';
import { AuditList } from './audit-list.service';

/** What staff have done. */
@ApiTags('staff')
@Controller('api/staff/audit')
export class AuditController {
  constructor(private readonly audit: AuditList) {}

  @Get()
  @StaffCall('viewer', 'polled')
  @Answers({
    summary: 'What staff and keys have done, and why; without the reasons for viewers',
    query: staffPageQuery,
    200: { description: 'A page.', schema: staffAuditSchema, examples: ['staff-audit'] },
    problems: [...OF_READS, 'INVALID_REQUEST'],
  })
  staffAudit(
    @Query({ schema: staffPageQuerySchema }) query: StaffPageQuery,
    @Req() request: Request,
  ): Promise<StaffAudit> {
    return this.audit.list(query, staffOf(request));
  }
}
