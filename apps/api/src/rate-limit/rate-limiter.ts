import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { caps } from '../database/caps';
import { describeError } from '../http/logging/describe-error';
import { ProblemError } from '../http/errors/problem-error';
import { withTimeout } from '../with-timeout';
import { limits } from './limits';
import type { LimitName } from './limits';
import { RateLimitRepository } from './rate-limit.repository';

/** A request does not wait longer than this to be counted. */
const COUNT_TIMEOUT_MS = 1000;
const FORGET_INTERVAL_MS = 60_000;
/** Old counts are removed earlier when this many requests have been counted: each may have written a row. */
const FORGET_EVERY = 5000;

/**
 * Counts requests in the database, so that replicas share the count. Subjects are stored as hashes: addresses are
 * personal data.
 */
@Injectable()
export class RateLimiter {
  private readonly logger = new Logger('RateLimit');
  private forgottenAt = -Infinity;
  private countedSince = 0;

  constructor(
    private readonly counts: RateLimitRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts one more request, or refuses it.
   * @throws ProblemError RATE_LIMITED with Retry-After; SERVICE_UNAVAILABLE when the count fails and the limit's `whenBroken` is `fail`
   */
  async require(limit: LimitName, subject: string): Promise<void> {
    if (await this.allows(limit, subject)) return;
    const retryAfterS = await this.waitOf(limit, subject);
    throw new ProblemError('RATE_LIMITED', undefined, {
      headers: { 'Retry-After': String(retryAfterS) },
    });
  }

  /** Counts one more request. @returns false when that would be too many; then it is not counted */
  async allows(limit: LimitName, subject: string): Promise<boolean> {
    const { max, windowMs, whenBroken } = limits[limit];
    this.forgetNowAndThen();
    try {
      return await inTime(this.counts.hit(keyOf(limit, subject), max, windowMs, this.clock.now()));
    } catch (error) {
      this.logger.warn({ limit, ...describeError(error) }, 'requests not counted');
      if (whenBroken === 'fail') throw new ProblemError('SERVICE_UNAVAILABLE');
      return whenBroken === 'allow';
    }
  }

  /** Takes back what was counted last for a subject: it was not what the limit is for. A failure is logged only. */
  async takeBack(limit: LimitName, subject: string): Promise<void> {
    await inTime(this.counts.takeBack(keyOf(limit, subject))).catch((error: unknown) => {
      this.logger.warn({ limit, ...describeError(error) }, 'count not taken back');
    });
  }

  /** Whole seconds, at least one. */
  private async waitOf(limit: LimitName, subject: string): Promise<number> {
    const { max, windowMs } = limits[limit];
    const waiting = this.counts.waitOf(keyOf(limit, subject), max, windowMs, this.clock.now());
    const waitMs = await inTime(waiting).catch(() => windowMs);
    return Math.max(1, Math.ceil(waitMs / 1000));
  }

  /** Removes old counts now and then. The request does not wait for it. */
  private forgetNowAndThen(): void {
    this.countedSince += 1;
    const isDue = performance.now() >= this.forgottenAt + FORGET_INTERVAL_MS;
    if (!isDue && this.countedSince < FORGET_EVERY) return;
    this.forgottenAt = performance.now();
    this.countedSince = 0;
    this.counts.forget(this.clock.now(), caps.countedSubjects.max).catch((error: unknown) => {
      this.logger.warn(describeError(error), 'old counts not removed');
    });
  }
}

const keyOf = (limit: LimitName, subject: string) =>
  `${limit}:${createHash('sha256').update(subject).digest('base64url')}`;

/** A slow count is a failed one. It may still end later, which does no harm. */
const inTime = <T>(work: Promise<T>): Promise<T> =>
  withTimeout(work, COUNT_TIMEOUT_MS, () => {
    throw new CountTimeout();
  });

class CountTimeout extends Error {
  override readonly name = 'CountTimeout';
}
