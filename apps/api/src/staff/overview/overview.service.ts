import { Injectable } from '@nestjs/common';
import type { StaffOverview } from '@shop/contract';
import { Clock } from '../../clock/clock';
import { DeadLetters } from '../../jobs/dead-letters';
import { JobQueue } from '../../jobs/job-queue';
import { LostStepsService } from '../../order/reconciliation/lost-steps.service';
import { EndpointStateService } from '../../stripe/endpoint-state.service';
import { StripeClock } from '../../stripe/stripe-clock';
import { needs } from './needs';
import type { Health } from './needs';
import { OverviewRepository } from './overview.repository';

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Of what is no order, as many are named. */
const MOST_NAMED = 5;

/** Says what needs a person now, and how the last day was. */
@Injectable()
export class OverviewService {
  private readonly startedAt: Date;

  constructor(
    private readonly repository: OverviewRepository,
    private readonly jobs: JobQueue,
    private readonly deadLetters: DeadLetters,
    private readonly lostSteps: LostStepsService,
    private readonly endpoint: EndpointStateService,
    private readonly stripeClock: StripeClock,
    private readonly clock: Clock,
  ) {
    this.startedAt = clock.now();
  }

  /** Reads one after the other: on the embedded database they would wait for each other anyway. */
  async read(): Promise<StaffOverview> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - DAY_MS);
    const sweep = await this.deadLetters.lastSweep();
    const endpoint = await this.endpoint.find('endpoint');
    const permissions = await this.endpoint.find('permissions');
    const health: Health = {
      ...(await this.counts(now)),
      endpoint: endpoint?.findings ?? [],
      permissions: permissions?.findings ?? [],
      sweepAgeSeconds: sweep.ageSeconds ?? undefined,
      uptimeSeconds: (now.getTime() - this.startedAt.getTime()) / 1000,
      clockSkewSeconds: this.stripeClock.skewSeconds,
    };
    return {
      at: now.toISOString(),
      needs: needs(health),
      lastDay: {
        since: since.toISOString(),
        orders: await this.repository.ordersByStatus(since),
        money: await this.repository.moneyByCurrency(since),
      },
      running: {
        lastEventAt: (await this.lastEvent(now))?.toISOString() ?? null,
        lastSweepAt: sweep.at?.toISOString() ?? null,
        clockSkewSeconds: this.stripeClock.skewSeconds ?? null,
        endpointComparedAt: endpoint?.comparedAt?.toISOString() ?? null,
        queues: await this.jobs.depths(),
      },
    };
  }

  private async counts(now: Date) {
    const ago = (ms: number) => new Date(now.getTime() - ms);
    const late = ago(10 * MINUTE_MS);
    const month = ago(30 * DAY_MS);
    return {
      reviews: await this.repository.reviews(),
      disputes: await this.repository.disputes(),
      transfersAwaited: await this.repository.transfersAwaited(ago(7 * DAY_MS)),
      deadLetters: await this.deadLetters.count(),
      undelivered: await this.repository.undelivered(),
      lostSteps: await this.lostSteps.count(),
      tellingHeld: await this.repository.tellingHeld(),
      syncFailures: await this.repository.syncFailures(),
      paidWithoutOrder: await this.repository.paidWithoutOrder(month, MOST_NAMED),
      unhandledEvents: await this.repository.unhandledEvents(ago(3 * DAY_MS), late),
      undeliveredEvents: await this.repository.undeliveredEvents(ago(DAY_MS), late),
    };
  }

  /** The last hour first: the index of these times finds few rows quickly, and many slowly. */
  private async lastEvent(now: Date): Promise<Date | null> {
    const ago = (ms: number) => new Date(now.getTime() - ms);
    const recent = await this.repository.lastEvent(ago(60 * MINUTE_MS));
    return recent ?? this.repository.lastEvent(ago(3 * DAY_MS));
  }
}
