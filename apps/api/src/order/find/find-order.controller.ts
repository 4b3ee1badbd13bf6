import { Body, Controller, HttpCode, Ip, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { findOrderRequestSchema } from '@shop/contract';
import type { FindOrderRequest } from '@shop/contract';
import { Config } from '../../config/config';
import { clientAddress } from '../../http/security/client-address';
import { SameOriginGuard } from '../../http/security/same-origin.guard';
import { Answers } from '../../openapi/answers';
import { FindOrderService } from './find-order.service';

@ApiTags('order')
@Controller('api/orders/find')
export class FindOrderController {
  constructor(
    private readonly finder: FindOrderService,
    private readonly config: Config,
  ) {}

  /** Sends the links to a shopper's orders to the shopper's address. */
  @Post()
  @HttpCode(204)
  @UseGuards(SameOriginGuard)
  @Answers({
    summary: 'Sends links to the orders of an e-mail address to that address, or to one of them',
    204: { description: 'The same whether or not there is such an order.' },
    problems: [
      'INVALID_REQUEST',
      'ORIGIN_NOT_ALLOWED',
      'PAYLOAD_TOO_LARGE',
      'UNSUPPORTED_MEDIA_TYPE',
      'RATE_LIMITED',
      'INTERNAL_ERROR',
      'SERVICE_UNAVAILABLE',
    ],
  })
  findOrder(
    @Body({ schema: findOrderRequestSchema }) request: FindOrderRequest,
    @Ip() ip: string | undefined,
  ): Promise<void> {
    const { proxyIsKnown } = this.config.http;
    return this.finder.find(request, clientAddress(ip, proxyIsKnown));
  }
}
