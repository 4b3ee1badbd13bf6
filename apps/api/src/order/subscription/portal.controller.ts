import { Body, Controller, Cookies, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { portalRequestSchema, portalResponseSchema } from '@shop/contract';
import type { PortalRequest, PortalResponse } from '@shop/contract';
import { Deadline } from '../../http/lifecycle/deadline.interceptor';
import { SameOriginGuard } from '../../http/security/same-origin.guard';
import { Answers } from '../../openapi/answers';
import { BrowserIdentity } from '../confirmation/browser-identity';
import type { SentCookies } from '../confirmation/browser-identity';
import { PortalService } from './portal.service';

@ApiTags('order')
@Controller('api/orders/portal')
export class PortalController {
  constructor(
    private readonly portal: PortalService,
    private readonly browser: BrowserIdentity,
  ) {}

  /** Opens Stripe's billing portal, where a shopper ends a subscription or changes how it is paid. */
  @Post()
  @Deadline('stripe')
  @UseGuards(SameOriginGuard)
  @Answers({
    summary: "Opens Stripe's billing portal for the subscription of an order",
    201: {
      description: 'Send the shopper to the url. It works once and only for a short time.',
      schema: portalResponseSchema,
      examples: ['portal-opened'],
    },
    problems: [
      'INVALID_REQUEST',
      'BROWSER_NOT_BUYER',
      'ORIGIN_NOT_ALLOWED',
      'SUBSCRIPTION_NOT_MANAGEABLE',
      'PAYLOAD_TOO_LARGE',
      'UNSUPPORTED_MEDIA_TYPE',
      'RATE_LIMITED',
      'INTERNAL_ERROR',
      'CHECKOUT_UNAVAILABLE',
      'STRIPE_UNAVAILABLE',
      'SERVICE_UNAVAILABLE',
    ],
  })
  async open(
    @Body({ schema: portalRequestSchema }) { sessionId }: PortalRequest,
    @Cookies() cookies: SentCookies,
  ): Promise<PortalResponse> {
    return { url: await this.portal.open(sessionId, this.browser.hashOf(cookies)) };
  }
}
