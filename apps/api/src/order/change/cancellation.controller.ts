import { Body, Controller, Cookies, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { cancellationRequestSchema } from '@shop/contract';
import type { CancellationRequest } from '@shop/contract';
import { SameOriginGuard } from '../../http/security/same-origin.guard';
import { Answers } from '../../openapi/answers';
import { BrowserIdentity } from '../confirmation/browser-identity';
import type { SentCookies } from '../confirmation/browser-identity';
import { CancellationService } from './cancellation.service';

@ApiTags('order')
@Controller('api/orders/cancellation')
export class CancellationController {
  constructor(
    private readonly cancellations: CancellationService,
    private readonly browser: BrowserIdentity,
  ) {}

  /** Cancels an order for a browser that sees it in full, while nothing of it is sent. */
  @Post()
  @HttpCode(204)
  @UseGuards(SameOriginGuard)
  @Answers({
    summary: 'Cancels an order before anything is sent; its payment is refunded in full',
    204: {
      description:
        'Cancelled, now or before. The refund follows: the confirmation says what Stripe says of it.',
    },
    problems: [
      'INVALID_REQUEST',
      'FULL_VIEW_REQUIRED',
      'ORIGIN_NOT_ALLOWED',
      'CHANGES_NOT_OFFERED',
      'CHANGES_TOO_LATE',
      'ORDER_NOT_CHANGEABLE',
      'PAYMENT_STILL_PROCESSING',
      'PAYLOAD_TOO_LARGE',
      'UNSUPPORTED_MEDIA_TYPE',
      'RATE_LIMITED',
      'INTERNAL_ERROR',
      'SERVICE_UNAVAILABLE',
    ],
  })
  cancelOrder(
    @Body({ schema: cancellationRequestSchema }) { sessionId }: CancellationRequest,
    @Cookies() cookies: SentCookies,
  ): Promise<void> {
    return this.cancellations.cancel(sessionId, this.browser.hashOf(cookies));
  }
}
