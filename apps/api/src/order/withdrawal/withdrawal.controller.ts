import { Body, Controller, HttpCode, Ip, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { withdrawalReceiptSchema, withdrawalRequestSchema } from '@shop/contract';
import type { WithdrawalReceipt, WithdrawalRequest } from '@shop/contract';
import { Config } from '../../config/config';
import { clientAddress } from '../../http/security/client-address';
import { SameOriginGuard } from '../../http/security/same-origin.guard';
import { Answers } from '../../openapi/answers';
import { WithdrawalService } from './withdrawal.service';

@ApiTags('order')
@Controller('api/orders/withdrawals')
export class WithdrawalController {
  constructor(
    private readonly withdrawals: WithdrawalService,
    private readonly config: Config,
  ) {}

  /** The withdrawal function of 2011/83/EU, Art. 11a: without login, and the same for every order number. */
  @Post()
  @HttpCode(201)
  @UseGuards(SameOriginGuard)
  @Answers({
    summary: 'Declares a withdrawal; it is recorded with its time and acknowledged by e-mail',
    201: {
      description: 'Recorded. The acknowledgement is on its way; no money has moved.',
      schema: withdrawalReceiptSchema,
      examples: ['withdrawal-received'],
    },
    problems: [
      'INVALID_REQUEST',
      'ORIGIN_NOT_ALLOWED',
      'WITHDRAWAL_NOT_OFFERED',
      'PAYLOAD_TOO_LARGE',
      'UNSUPPORTED_MEDIA_TYPE',
      'RATE_LIMITED',
      'INTERNAL_ERROR',
      'SERVICE_UNAVAILABLE',
    ],
  })
  declareWithdrawal(
    @Body({ schema: withdrawalRequestSchema }) request: WithdrawalRequest,
    @Ip() ip: string | undefined,
  ): Promise<WithdrawalReceipt> {
    const { proxyIsKnown } = this.config.http;
    return this.withdrawals.declare(request, clientAddress(ip, proxyIsKnown));
  }
}
