import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import {
  staffWithdrawalsQuery,
  staffWithdrawalsQuerySchema,
  staffWithdrawalsSchema,
} from '@shop/contract';
import type { StaffWithdrawals, StaffWithdrawalsQuery } from '@shop/contract';
import { Answers } from '../../openapi/answers';
import { StaffCall } from '../staff-call';
import { staffOf } from '../staff.guard';
import { OF_READS } from '../staff-problems';
import { WithdrawalList } from './withdrawal-list.service';

/** Withdrawals that were declared. */
@ApiTags('staff')
@Controller('api/staff/withdrawals')
export class WithdrawalsController {
  constructor(private readonly withdrawals: WithdrawalList) {}

  @Get()
  @StaffCall('viewer', 'polled')
  @Answers({
    summary: 'Withdrawals, newest first; without names and what people have written for viewers',
    query: staffWithdrawalsQuery,
    200: {
      description: 'A page.',
      schema: staffWithdrawalsSchema,
      examples: ['staff-withdrawals'],
    },
    problems: [...OF_READS, 'INVALID_REQUEST'],
  })
  staffWithdrawals(
    @Query({ schema: staffWithdrawalsQuerySchema }) query: StaffWithdrawalsQuery,
    @Req() request: Request,
  ): Promise<StaffWithdrawals> {
    return this.withdrawals.list(query, staffOf(request));
  }
}
