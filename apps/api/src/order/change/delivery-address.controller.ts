import { Body, Controller, Cookies, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { deliveryAddressRequestSchema } from '@shop/contract';
import type { DeliveryAddressRequest } from '@shop/contract';
import { SameOriginGuard } from '../../http/security/same-origin.guard';
import { Answers } from '../../openapi/answers';
import { BrowserIdentity } from '../confirmation/browser-identity';
import type { SentCookies } from '../confirmation/browser-identity';
import { DeliveryAddressService } from './delivery-address.service';

@ApiTags('order')
@Controller('api/orders/delivery-address')
export class DeliveryAddressController {
  constructor(
    private readonly addresses: DeliveryAddressService,
    private readonly browser: BrowserIdentity,
  ) {}

  /** Corrects the shipping address for a browser that sees the order in full, while nothing of it is sent. */
  @Post()
  @HttpCode(204)
  @UseGuards(SameOriginGuard)
  @Answers({
    summary: 'Corrects the shipping address of an order before anything is sent',
    204: { description: 'Corrected. The merchant and the shopper are told of it.' },
    problems: [
      'INVALID_REQUEST',
      'FULL_VIEW_REQUIRED',
      'ORIGIN_NOT_ALLOWED',
      'CHANGES_NOT_OFFERED',
      'CHANGES_TOO_LATE',
      'ORDER_NOT_CHANGEABLE',
      'PAYLOAD_TOO_LARGE',
      'UNSUPPORTED_MEDIA_TYPE',
      'REGION_NOT_CHANGEABLE',
      'RATE_LIMITED',
      'INTERNAL_ERROR',
      'SERVICE_UNAVAILABLE',
    ],
  })
  correctAddress(
    @Body({ schema: deliveryAddressRequestSchema }) request: DeliveryAddressRequest,
    @Cookies() cookies: SentCookies,
  ): Promise<void> {
    const { sessionId, address } = request;
    return this.addresses.correct(sessionId, address, this.browser.hashOf(cookies));
  }
}
