import { Body, Controller, Cookies, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { resendRequestSchema } from '@shop/contract';
import type { ResendRequest } from '@shop/contract';
import { SameOriginGuard } from '../../http/security/same-origin.guard';
import { Answers } from '../../openapi/answers';
import { BrowserIdentity } from './browser-identity';
import type { SentCookies } from './browser-identity';
import { BuyerResendService } from './buyer-resend.service';

@ApiTags('order')
@Controller('api/orders/confirmation/resend')
export class ResendController {
  constructor(
    private readonly resends: BuyerResendService,
    private readonly browser: BrowserIdentity,
  ) {}

  /** Sends the last e-mail about the order again, for the browser that started the checkout. */
  @Post()
  @HttpCode(204)
  @UseGuards(SameOriginGuard)
  @Answers({
    summary:
      'Sends the last e-mail about the order again, also to a corrected address once within an hour of paying',
    204: { description: 'The e-mail is on its way.' },
    problems: [
      'INVALID_REQUEST',
      'BROWSER_NOT_BUYER',
      'ORIGIN_NOT_ALLOWED',
      'CONFIRMATION_NOT_SENT',
      'EMAIL_NOT_CHANGEABLE',
      'PAYLOAD_TOO_LARGE',
      'UNSUPPORTED_MEDIA_TYPE',
      'RATE_LIMITED',
      'INTERNAL_ERROR',
      'SERVICE_UNAVAILABLE',
    ],
  })
  resend(
    @Body({ schema: resendRequestSchema }) request: ResendRequest,
    @Cookies() cookies: SentCookies,
  ): Promise<void> {
    return this.resends.resend(request, this.browser.hashOf(cookies));
  }
}
