import {
  Body,
  Controller,
  Cookies,
  Get,
  HttpCode,
  Ip,
  Post,
  Query,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { confirmationSchema, sessionIdSchema, verificationRequestSchema } from '@shop/contract';
import type { Confirmation, VerificationRequest } from '@shop/contract';
import { confirmationExamples } from '@shop/contract/examples';
import { Config } from '../../config/config';
import { clientAddress } from '../../http/security/client-address';
import { ProblemError } from '../../http/errors/problem-error';
import { SameOriginGuard } from '../../http/security/same-origin.guard';
import { Answers } from '../../openapi/answers';
import { BrowserIdentity } from './browser-identity';
import type { SentCookies } from './browser-identity';
import { ConfirmationService } from './confirmation.service';
import { isViewing } from './is-viewing';
import { VerificationService } from './verification.service';

@ApiTags('order')
@Controller('api/orders/confirmation')
export class ConfirmationController {
  constructor(
    private readonly confirmations: ConfirmationService,
    private readonly verifications: VerificationService,
    private readonly browser: BrowserIdentity,
    private readonly config: Config,
  ) {}

  /** The state of the order a shopper comes back to. */
  @Get()
  @Answers({
    summary: 'The state of an order, in full for the browser that started its checkout',
    query: { session_id: sessionIdSchema },
    200: {
      description: 'The order as its shopper is told of it.',
      schema: confirmationSchema,
      examples: confirmationExamples,
    },
    problems: [
      'INVALID_SESSION_ID',
      'ORDER_NOT_FOUND',
      'HEADERS_TOO_LARGE',
      'INTERNAL_ERROR',
      'SERVICE_UNAVAILABLE',
    ],
  })
  confirmation(
    @Query('session_id') sessionId: unknown,
    @Cookies() cookies: SentCookies,
    @Req() request: Request,
  ): Promise<Confirmation> {
    const parsed = sessionIdSchema.safeParse(sessionId);
    if (!parsed.success) throw new ProblemError('INVALID_SESSION_ID');
    return this.confirmations.confirm(
      parsed.data,
      this.browser.hashOf(cookies),
      isViewing(request),
    );
  }

  /** Opens the full view for 15 minutes to a browser whose shopper knows the order's e-mail address. */
  @Post('verification')
  @HttpCode(204)
  @UseGuards(SameOriginGuard)
  @Answers({
    summary:
      'Opens the full confirmation for 15 minutes by its e-mail address; five wrong tries an hour',
    204: { description: 'Ask for the confirmation again.' },
    problems: [
      'INVALID_REQUEST',
      'VERIFICATION_FAILED',
      'ORIGIN_NOT_ALLOWED',
      'PAYLOAD_TOO_LARGE',
      'UNSUPPORTED_MEDIA_TYPE',
      'RATE_LIMITED',
      'INTERNAL_ERROR',
      'SERVICE_UNAVAILABLE',
    ],
  })
  async verification(
    @Body({ schema: verificationRequestSchema }) request: VerificationRequest,
    @Cookies() cookies: SentCookies,
    @Ip() ip: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const browser = this.browser.identify(cookies);
    await this.verifications.verify(request, {
      browserHash: browser.hash,
      address: clientAddress(ip, this.config.http.proxyIsKnown),
    });
    this.browser.remember(browser, response);
  }
}
