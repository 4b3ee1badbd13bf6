import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { VerificationRequest } from '@shop/contract';
import { ProblemError } from '../http/problem-error';
import { OrderRepository } from './order.repository';
import { VerificationRepository } from './verification.repository';

const HOUR_MS = 60 * 60 * 1000;
const MAX_ATTEMPTS_AN_HOUR = 5;
const GRANT_MS = 15 * 60 * 1000;

/** Lets somebody who has the link, and knows the e-mail address it was sent to, see the order in full for a while. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly orders: OrderRepository,
    private readonly verifications: VerificationRepository,
  ) {}

  /**
   * Wrong addresses and unknown orders are answered alike, and both count: nobody learns which orders exist.
   * @throws ProblemError VERIFICATION_FAILED; RATE_LIMITED from the sixth try within the hour, right or wrong
   */
  async verify({ sessionId, email }: VerificationRequest, browserHash: string): Promise<void> {
    const sessionHash = createHash('sha256').update(sessionId).digest('hex');
    const attempts = await this.verifications.recordAttempt(sessionHash, HOUR_MS);
    if (attempts > MAX_ATTEMPTS_AN_HOUR) {
      throw new ProblemError('RATE_LIMITED', undefined, {
        headers: { 'Retry-After': String(HOUR_MS / 1000) },
      });
    }
    const order = await this.orders.findBySession(sessionId);
    if (!order?.email || normalise(order.email) !== normalise(email)) {
      throw new ProblemError('VERIFICATION_FAILED');
    }
    await this.verifications.grant(order.id, browserHash, GRANT_MS);
  }
}

const normalise = (email: string) => email.normalize('NFC').trim().toLowerCase();
