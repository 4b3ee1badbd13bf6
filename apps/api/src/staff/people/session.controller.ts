import { Body, Controller, Delete, Get, HttpCode, Ip, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { signInRequestSchema, staffPersonSchema } from '@shop/contract';
import type { SignInRequest, StaffPerson } from '@shop/contract';
import { Config } from '../../config/config';
import { clientAddress } from '../../http/security/client-address';
import { Answers } from '../../openapi/answers';
import { requireConsole } from '../console-origin';
import type { Staff } from '../staff';
import { OF_READS } from '../staff-problems';
import { StaffCall } from '../staff-call';
import { staffOf } from '../staff.guard';
import { StaffSessions } from './staff-sessions.service';

/** Signing in to the console, and out. */
@ApiTags('staff')
@Controller('api/staff/session')
export class SessionController {
  constructor(
    private readonly sessions: StaffSessions,
    private readonly config: Config,
  ) {}

  @Post()
  @HttpCode(200)
  @Answers({
    summary: 'Signs in by a link that works once; the session is a cookie, for twelve hours',
    200: {
      description: 'Who is signed in.',
      schema: staffPersonSchema,
      examples: ['staff-person'],
    },
    problems: [
      'INVALID_REQUEST',
      'SIGN_IN_NOT_VALID',
      'ORIGIN_NOT_ALLOWED',
      'PAYLOAD_TOO_LARGE',
      'UNSUPPORTED_MEDIA_TYPE',
      'RATE_LIMITED',
      'INTERNAL_ERROR',
      'SERVICE_UNAVAILABLE',
    ],
  })
  async signIn(
    @Body({ schema: signInRequestSchema }) { token }: SignInRequest,
    @Req() request: Request,
    @Ip() ip: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StaffPerson> {
    requireConsole(request, this.config.console.url);
    const address = clientAddress(ip, this.config.http.proxyIsKnown);
    return personOf(await this.sessions.signIn(token, address, response));
  }

  @Get()
  @StaffCall('viewer', 'polled')
  @Answers({
    summary: 'Who is signed in',
    200: { description: 'Who calls.', schema: staffPersonSchema, examples: ['staff-person'] },
    problems: [...OF_READS],
  })
  whoAmI(@Req() request: Request): StaffPerson {
    return personOf(staffOf(request));
  }

  @Delete()
  @HttpCode(204)
  @StaffCall('viewer', 'polled')
  @Answers({
    summary: 'Signs out: the session ends for good',
    204: { description: 'Signed out. An API key stays as it is.' },
    problems: [...OF_READS],
  })
  async signOut(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.sessions.signOut(request.headers.cookie, response);
  }
}

const personOf = ({ name, role, signedInAt, expiresAt }: Staff): StaffPerson => ({
  name,
  role,
  signedInAt: signedInAt?.toISOString() ?? null,
  expiresAt: expiresAt?.toISOString() ?? null,
});
