import { Controller, Delete, HttpCode, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Answers } from '../../openapi/answers';
import { StaffCall } from '../staff-call';
import { staffOf } from '../staff.guard';
import { OF_READS } from '../staff-problems';
import { StaffSessions } from './staff-sessions.service';

/** All sessions of whoever calls. */
@ApiTags('staff')
@Controller('api/staff/sessions')
export class SessionsController {
  constructor(private readonly sessions: StaffSessions) {}

  /** Written down: it ends what somebody does elsewhere. */
  @Delete()
  @HttpCode(204)
  @StaffCall('viewer')
  @Answers({
    summary: 'Signs out everywhere: all sessions of the person end, and sign-in links of theirs',
    204: { description: 'Signed out, here too. An API key stays as it is.' },
    problems: [...OF_READS],
  })
  signOutEverywhere(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    return this.sessions.signOutEverywhere(staffOf(request), response);
  }
}
