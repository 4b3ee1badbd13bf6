import { Injectable } from '@nestjs/common';
import type { OrderFilter, StaffOverview } from '@shop/contract';
import { Clock } from '../../clock/clock';
import { DeadLetters } from '../../jobs/dead-letters';
import { JobQueue } from '../../jobs/job-queue';
import { LostStepsService } from '../../order/reconciliation/lost-steps.service';
import { WithdrawalRecords } from '../../order/withdrawal/withdrawal-records.service';
import { EndpointStateService } from '../../stripe/endpoint-state.service';
import { StripeClock } from '../../stripe/stripe-clock';
import {
  DESTINATIONS_NOT_READABLE,
  NOT_READABLE,
} from '../../stripe-endpoint/endpoint-watch.service';
import { needs } from './needs';
import { OverviewRepository } from './overview.repository';
import { sharedReading } from './shared-reading';
import type { Health } from './shop-health';

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Of what is no order, as many are named. */
const MOST_NAMED = 5;

const UNSEEN_BY: Readonly<Record<string, Health['endpointUnseen']>> = {
  [NOT_READABLE]: 'webhook_endpoint',
  [DESTINATIONS_NOT_READABLE]: 'event_destination',
};

/** Says what needs a person now, and how the last day was. */
@Injectable()
export class OverviewService {
  private readonly startedAt: Date;

  constructor(
    private readonly repository: OverviewRepository,
    private readonly jobs: JobQueue,
    private readonly deadLetters: DeadLetters,
    private readonly lostSteps: LostStepsService,
    private readonly withdrawals: WithdrawalRecords,
    private readonly endpoint: EndpointStateService,
    private readonly stripeClock: StripeClock,
    private readonly clock: Clock,
  ) {
    this.startedAt = clock.now();
  }

  /** Many statements: however many people look, one of these is under way at a time. */
  readonly read = sharedReading(() => this.readNow());

  /** Reads one after the other: on the embedded database they would wait for each other anyway. */
  private async readNow(): Promise<StaffOverview> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - DAY_MS);
    const sweep = await this.deadLetters.lastSweep();
    const endpoint = await this.endpoint.find('endpoint');
    const permissions = await this.endpoint.find('permissions');
    const health: Health = {
      ...(await this.counts(now)),
      endpoint: endpoint?.findings ?? [],
      endpointUnseen: UNSEEN_BY[endpoint?.detail ?? ''] ?? null,
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
        lastEventAt: (await this.repository.lastEvent())?.toISOString() ?? null,
        lastSweepAt: sweep.at?.toISOString() ?? null,
        clockSkewSeconds: this.stripeClock.skewSeconds ?? null,
        endpointComparedAt: endpoint?.comparedAt?.toISOString() ?? null,
        endpointDetail: endpoint?.detail ?? null,
        queues: await this.jobs.depths(),
      },
    };
  }

  private async counts(now: Date) {
    const ago = (ms: number) => new Date(now.getTime() - ms);
    const late = ago(10 * MINUTE_MS);
    const month = ago(30 * DAY_MS);
    return {
      ...(await this.orders(now)),
      withdrawals: await this.withdrawals.waiting(month),
      deadLetters: await this.deadLetters.count(),
      undelivered: await this.repository.undelivered(),
      lostSteps: await this.lostSteps.count(),
      paidWithoutOrder: await this.repository.paidWithoutOrder(month, MOST_NAMED),
      unhandledEvents: await this.repository.unhandledEvents(ago(3 * DAY_MS), late),
      undeliveredEvents: await this.repository.undeliveredEvents(ago(DAY_MS), late),
    };
  }

  /** Those that wait, by why. */
  private async orders(now: Date) {
    const listed = (filter: OrderFilter) => this.repository.listed(filter, now);
    return {
      reviews: await listed('review_open'),
      disputes: await this.repository.disputes(now),
      statesUnknown: await listed('state_unknown'),
      paymentReviews: await listed('payment_review'),
      fraudWarnings: await listed('fraud_warning'),
      refundsRefused: await listed('refund_refused'),
      refundsFailed: await listed('refund_failed'),
      transfersAwaited: await listed('transfer_awaited'),
      tellingHeld: await listed('telling_held'),
      syncFailures: await listed('sync_failed'),
    };
  }
}
