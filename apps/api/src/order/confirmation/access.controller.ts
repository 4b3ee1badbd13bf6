import { Body, Controller, Cookies, HttpCode, Post, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { accessRequestSchema } from '@shop/contract';
import type { AccessRequest } from '@shop/contract';
import { SameOriginGuard } from '../../http/security/same-origin.guard';
import { Answers } from '../../openapi/answers';
import { BrowserIdentity } from './browser-identity';
import type { SentCookies } from './browser-identity';
import { LinkAccessService } from './link-access.service';

@ApiTags('order')
@Controller('api/orders/access')
export class AccessController {
  constructor(
    private readonly links: LinkAccessService,
    private readonly browser: BrowserIdentity,
  ) {}

  /** Opens the full view to a browser that has followed the link of an e-mail. */
  @Post()
  @HttpCode(204)
  @UseGuards(SameOriginGuard)
  @Answers({
    summary: 'Opens the full confirmation by the token in the link of an e-mail, for 30 days',
    204: { description: 'Ask for the confirmation again.' },
    problems: [
      'INVALID_REQUEST',
      'LINK_NOT_VALID',
      'ORIGIN_NOT_ALLOWED',
      'PAYLOAD_TOO_LARGE',
      'UNSUPPORTED_MEDIA_TYPE',
      'INTERNAL_ERROR',
      'SERVICE_UNAVAILABLE',
    ],
  })
  async access(
    @Body({ schema: accessRequestSchema }) request: AccessRequest,
    @Cookies() cookies: SentCookies,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const browser = this.browser.identify(cookies);
    await this.links.open(request, browser.hash);
    this.browser.remember(browser, response);
  }
}
