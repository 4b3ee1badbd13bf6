import { Injectable } from '@nestjs/common';
import type { VerificationRequest } from '@shop/contract';
import { ProblemError } from '../../http/errors/problem-error';
import { RateLimiter } from '../../rate-limit/rate-limiter';
import { OrderRepository } from '../order.repository';
import { ConfirmationAccessService } from './confirmation-access.service';

const ACCESS_MS = 15 * 60 * 1000;

/** Shows the order in full for a while to a visitor who has the link and knows the order's e-mail address. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly orders: OrderRepository,
    private readonly access: ConfirmationAccessService,
    private readonly limiter: RateLimiter,
  ) {}

  /**
   * A wrong address and an unknown order get the same answer, and both count: so the answer does not tell which orders
   * exist.
   * @throws ProblemError VERIFICATION_FAILED; RATE_LIMITED from the sixth try within the hour, right or wrong
   */
  async verify({ sessionId, email }: VerificationRequest, browserHash: string): Promise<void> {
    await this.limiter.require('verification', sessionId);
    const order = await this.orders.findBySession(sessionId);
    if (!order?.email || normalise(order.email) !== normalise(email)) {
      throw new ProblemError('VERIFICATION_FAILED');
    }
    await this.access.grantAccess(order, browserHash, ACCESS_MS);
  }
}

const normalise = (email: string) => email.normalize('NFC').trim().toLowerCase();
