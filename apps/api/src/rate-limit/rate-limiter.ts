import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { describeError } from '../http/logging/describe-error';
import { ProblemError } from '../http/errors/problem-error';
import { limits } from './limits';
import type { LimitName } from './limits';
import { RateLimitRepository } from './rate-limit.repository';

/** Longer than this no request waits to be counted. */
const PATIENCE_MS = 1000;
const FORGET_INTERVAL_MS = 60_000;

/**
 * Counts requests in the database, so that replicas share the count. What is counted is kept as a hash: addresses are
 * personal data.
 */
@Injectable()
export class RateLimiter {
  private readonly logger = new Logger('RateLimit');
  private forgottenAt = 0;

  constructor(private readonly counts: RateLimitRepository) {}

  /**
   * Counts one more, or refuses it.
   * @throws ProblemError RATE_LIMITED with Retry-After; SERVICE_UNAVAILABLE where nothing may pass uncounted
   */
  async require(limit: LimitName, subject: string): Promise<void> {
    if (await this.allows(limit, subject)) return;
    const retryAfterS = await this.waitOf(limit, subject);
    throw new ProblemError('RATE_LIMITED', undefined, {
      headers: { 'Retry-After': String(retryAfterS) },
    });
  }

  /** Counts one more. @returns false when that would be too many; it is not counted then */
  async allows(limit: LimitName, subject: string): Promise<boolean> {
    const { max, windowMs, whenBroken } = limits[limit];
    this.forgetNowAndThen();
    try {
      return await withinPatience(this.counts.hit(keyOf(limit, subject), max, windowMs));
    } catch (error) {
      this.logger.warn({ limit, ...describeError(error) }, 'requests not counted');
      if (whenBroken === 'fail') throw new ProblemError('SERVICE_UNAVAILABLE');
      return whenBroken === 'allow';
    }
  }

  /** Whole seconds, at least one. */
  private async waitOf(limit: LimitName, subject: string): Promise<number> {
    const { max, windowMs } = limits[limit];
    const waiting = this.counts.waitOf(keyOf(limit, subject), max, windowMs);
    const waitMs = await withinPatience(waiting).catch(() => windowMs);
    return Math.max(1, Math.ceil(waitMs / 1000));
  }

  /** Beside the request, which does not wait for it. */
  private forgetNowAndThen(): void {
    if (Date.now() < this.forgottenAt + FORGET_INTERVAL_MS) return;
    this.forgottenAt = Date.now();
    this.counts.forget().catch((error: unknown) => {
      this.logger.warn(describeError(error), 'old counts not removed');
    });
  }
}

const keyOf = (limit: LimitName, subject: string) =>
  `${limit}:${createHash('sha256').update(subject).digest('base64url')}`;

/** A slow count is a broken one; it may still end later, which harms nobody. */
async function withinPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new CountTimeout()), PATIENCE_MS);
  });
  return Promise.race([work, deadline]).finally(() => clearTimeout(timer));
}

class CountTimeout extends Error {
  override readonly name = 'CountTimeout';
}
