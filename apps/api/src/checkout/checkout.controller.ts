import { Body, Controller, Cookies, Get, Headers, Ip, Post, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import {
  checkoutRequestSchema,
  checkoutResponseSchema,
  idempotencyKeySchema,
  productListSchema,
} from '@shop/contract';
import type { CheckoutRequest, CheckoutResponse, ProductList } from '@shop/contract';
import { Config } from '../config/config';
import { clientAddress } from '../http/security/client-address';
import { Deadline } from '../http/lifecycle/deadline.interceptor';
import { ProblemError } from '../http/errors/problem-error';
import { SameOriginGuard } from '../http/security/same-origin.guard';
import { Answers } from '../openapi/answers';
import { BrowserIdentity } from '../order/confirmation/browser-identity';
import type { SentCookies } from '../order/confirmation/browser-identity';
import { CatalogService } from './catalog/catalog.service';
import { CheckoutService } from './checkout.service';
import { languageWishes } from './language/language-wishes';

@ApiTags('checkout')
@Controller('api')
export class CheckoutController {
  constructor(
    private readonly catalog: CatalogService,
    private readonly checkout: CheckoutService,
    private readonly browser: BrowserIdentity,
    private readonly config: Config,
  ) {}

  /** What is for sale. */
  @Get('products')
  @Deadline('stripe')
  @Answers({
    summary: 'The products for sale, with their prices in the currency of the shop',
    200: {
      description: 'Every product for sale.',
      schema: productListSchema,
      examples: ['products'],
    },
    problems: [
      'INTERNAL_ERROR',
      'CHECKOUT_UNAVAILABLE',
      'STRIPE_UNAVAILABLE',
      'SERVICE_UNAVAILABLE',
    ],
  })
  async products(): Promise<ProductList> {
    return { products: await this.catalog.products() };
  }

  /** Starts paying for a cart. */
  @Post('checkout')
  @Deadline('stripe')
  @UseGuards(SameOriginGuard)
  @Answers({
    summary: 'Writes the order and starts its Checkout Session; the same key gets the same session',
    headers: { 'Idempotency-Key': idempotencyKeySchema },
    201: {
      description: 'Send the shopper to the url. Sets the cookie that opens the confirmation.',
      schema: checkoutResponseSchema,
      examples: ['checkout-created'],
    },
    problems: [
      'INVALID_REQUEST',
      'INVALID_IDEMPOTENCY_KEY',
      'PRICE_NOT_AVAILABLE',
      'ORIGIN_NOT_ALLOWED',
      'ORDER_NOT_FOUND',
      'IDEMPOTENCY_KEY_REUSED',
      'CHECKOUT_EXPIRED',
      'CHECKOUT_COMPLETED',
      'PAYMENT_OPEN',
      'PAYMENT_NOT_CANCELED',
      'OUT_OF_STOCK',
      'PAYLOAD_TOO_LARGE',
      'UNSUPPORTED_MEDIA_TYPE',
      'AMOUNT_TOO_SMALL',
      'AMOUNT_TOO_LARGE',
      'CART_NOT_PAYABLE_AT_ONCE',
      'RATE_LIMITED',
      'INTERNAL_ERROR',
      'CHECKOUT_UNAVAILABLE',
      'STRIPE_UNAVAILABLE',
      'SERVICE_UNAVAILABLE',
    ],
  })
  async start(
    @Headers('idempotency-key') key: unknown,
    @Headers('accept-language') acceptLanguage: string | undefined,
    @Body({ schema: checkoutRequestSchema }) { items, locale, replaces }: CheckoutRequest,
    @Cookies() cookies: SentCookies,
    @Ip() ip: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CheckoutResponse> {
    const idempotencyKey = idempotencyKeySchema.safeParse(key);
    if (!idempotencyKey.success) throw new ProblemError('INVALID_IDEMPOTENCY_KEY');
    const browser = this.browser.identify(cookies);
    const started = await this.checkout.start({
      idempotencyKey: idempotencyKey.data.toLowerCase(),
      browser,
      address: clientAddress(ip, this.config.http.proxyIsKnown),
      languages: languageWishes(locale, acceptLanguage),
      items,
      replaces,
    });
    this.browser.remember(browser, response);
    return started;
  }
}
