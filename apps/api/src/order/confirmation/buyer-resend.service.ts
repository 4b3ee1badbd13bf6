import { Injectable } from '@nestjs/common';
import type { ResendRequest } from '@shop/contract';
import { ProblemError } from '../../http/errors/problem-error';
import { RateLimiter } from '../../rate-limit/rate-limiter';
import { normaliseEmail } from '../link/normalise-email';
import { OrderRepository } from '../order.repository';
import { AddressService } from './address.service';
import { ConfirmationAccessService } from './confirmation-access.service';

/** Lets the browser that started a checkout ask for its last e-mail again. */
@Injectable()
export class BuyerResendService {
  constructor(
    private readonly orders: OrderRepository,
    private readonly access: ConfirmationAccessService,
    private readonly addresses: AddressService,
    private readonly limiter: RateLimiter,
  ) {}

  /**
   * @param browserHash the hash of the browser's cookie
   * @throws ProblemError BROWSER_NOT_BUYER, also for an unknown order; RATE_LIMITED, CONFIRMATION_NOT_SENT,
   * EMAIL_NOT_CHANGEABLE
   */
  async resend({ sessionId, email }: ResendRequest, browserHash: string | undefined) {
    const order = await this.orders.findBySession(sessionId);
    if (!order || !browserHash || !(await this.access.isBuyer(order, browserHash)))
      throw new ProblemError('BROWSER_NOT_BUYER');
    await this.limiter.require('resend', order.id);
    const isOther =
      email !== undefined && normaliseEmail(email) !== normaliseEmail(order.email ?? '');
    if (isOther) await this.addresses.correctForShopper(order.id, email);
    else await this.addresses.resend(order.id);
  }
}
