import { Injectable } from '@nestjs/common';
import type { VerificationRequest } from '@shop/contract';
import { ProblemError } from '../../http/errors/problem-error';
import { RateLimiter } from '../../rate-limit/rate-limiter';
import { OrderRepository } from '../order.repository';
import { VerificationRepository } from './verification.repository';

const GRANT_MS = 15 * 60 * 1000;

/** Lets somebody who has the link, and knows the e-mail address it was sent to, see the order in full for a while. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly orders: OrderRepository,
    private readonly verifications: VerificationRepository,
    private readonly limiter: RateLimiter,
  ) {}

  /**
   * Wrong addresses and unknown orders are answered alike, and both count: nobody learns which orders exist.
   * @throws ProblemError VERIFICATION_FAILED; RATE_LIMITED from the sixth try within the hour, right or wrong
   */
  async verify({ sessionId, email }: VerificationRequest, browserHash: string): Promise<void> {
    await this.limiter.require('verification', sessionId);
    const order = await this.orders.findBySession(sessionId);
    if (!order?.email || normalise(order.email) !== normalise(email)) {
      throw new ProblemError('VERIFICATION_FAILED');
    }
    await this.verifications.grant(order.id, browserHash, GRANT_MS);
  }
}

const normalise = (email: string) => email.normalize('NFC').trim().toLowerCase();
