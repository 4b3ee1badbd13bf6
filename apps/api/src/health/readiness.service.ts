import { Injectable, Logger, ServiceUnavailableException } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import type { HealthIndicatorResult } from '@nestjs/terminus';
import { sql } from 'drizzle-orm';
import type { Readiness, ReadinessCheckName } from '@shop/contract';
import { Database } from '../database/database';
import { readMigrationState } from '../database/schema/migration-state';
import { GracefulShutdown } from '../http/lifecycle/graceful-shutdown';
import { ProblemError } from '../http/errors/problem-error';
import { JobQueue } from '../jobs/job-queue';
import { EndpointStateService } from '../stripe/endpoint-state.service';
import { StripeClock } from '../stripe/stripe-clock';
import { withTimeout } from '../with-timeout';

/** Every answer is there within three seconds. */
const CHECK_MS = 2000;

/** Enough to be looked at. */
const DEGRADED_S = 30;

/** Webhooks are refused when their signature is 300 s old or from the future; a delivery takes a while too. */
const UNREADY_S = 240;

/** What is said of a check that fails: nothing of its error, which may hold anything. */
const FAULTS: Record<Exclude<ReadinessCheckName, 'webhooks'>, string> = {
  database: 'does not answer',
  migrations: 'of this build are not applied, or others are, or the database does not answer',
  queue: 'is not there, or the database does not answer',
  clock: 'is too far from the time at Stripe: webhooks would be refused',
};

/** Whether requests should be sent to this process. */
@Injectable()
export class ReadinessService {
  private readonly logger = new Logger('Readiness');

  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly database: Database,
    private readonly jobs: JobQueue,
    private readonly clock: StripeClock,
    private readonly endpoint: EndpointStateService,
    private readonly shutdown: GracefulShutdown,
  ) {}

  /** @throws ProblemError SERVICE_UNAVAILABLE, whose errors name the checks that failed */
  async check(): Promise<Readiness> {
    if (this.shutdown.stopping)
      throw unavailable([{ path: 'process', message: 'is about to stop' }]);
    try {
      const { details } = await this.health.check([
        this.attempt('database', () => this.database.queries.execute(sql`select 1`)),
        this.attempt('migrations', () => this.requireMigrations()),
        this.attempt('queue', () => this.jobs.requireQueues()),
        () => this.checkClock(),
        () => this.checkWebhooks(),
      ]);
      return { status: 'ok', checks: details as unknown as Readiness['checks'] };
    } catch (error) {
      if (error instanceof ServiceUnavailableException) throw this.notReady(error);
      throw error;
    }
  }

  private attempt(name: ReadinessCheckName, ask: () => Promise<unknown>) {
    return this.indicators
      .check(name)
      .attempt(async () => void (await ask()))
      .withTimeout(CHECK_MS);
  }

  private async requireMigrations(): Promise<void> {
    const state = await readMigrationState(this.database.queries);
    if (state !== 'ready') throw new Error(state);
  }

  /** By what Stripe's answers to other calls have said: a probe makes none. */
  private checkClock(): HealthIndicatorResult<'clock'> {
    const indicator = this.indicators.check('clock');
    const skew = this.clock.skewSeconds;
    if (skew === undefined) return indicator.up({ detail: 'not compared with Stripe lately' });
    const detail = `${Math.abs(skew).toFixed(1)} s ${skew < 0 ? 'behind' : 'ahead of'} Stripe`;
    if (Math.abs(skew) > UNREADY_S) return indicator.down({ detail });
    return Math.abs(skew) > DEGRADED_S ? indicator.degraded({ detail }) : indicator.up({ detail });
  }

  /** By the last comparison of a process that runs jobs. A fault at Stripe does not make this process unfit. */
  private async checkWebhooks(): Promise<HealthIndicatorResult<'webhooks'>> {
    const indicator = this.indicators.check('webhooks');
    const state = await withTimeout(
      this.endpoint.find('endpoint'),
      CHECK_MS,
      () => undefined,
    ).catch(() => undefined);
    if (!state) return indicator.up({ detail: 'not compared with Stripe yet' });
    const { findings, detail } = state;
    if (findings.length === 0) return indicator.up(detail === null ? undefined : { detail });
    return indicator.degraded({ detail: findings.map(({ words }) => words).join(' ') });
  }

  private notReady(error: ServiceUnavailableException): ProblemError {
    const { error: failed = {} } = error.getResponse() as {
      error?: Partial<Record<keyof typeof FAULTS, { detail?: string }>>;
    };
    const names = Object.keys(failed) as (keyof typeof FAULTS)[];
    this.logger.warn({ checks: names }, 'not ready');
    return unavailable(
      names.map((path) => ({
        path,
        message: [FAULTS[path], failed[path]?.detail].filter(Boolean).join('; '),
      })),
    );
  }
}

const unavailable = (errors: { path: string; message: string }[]) =>
  new ProblemError('SERVICE_UNAVAILABLE', errors, { headers: { 'Retry-After': '2' } });
