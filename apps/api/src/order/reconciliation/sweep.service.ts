import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import Stripe from 'stripe';
import { Clock } from '../../clock/clock';
import { Config } from '../../config/config';
import type { OrderRow } from '../../database/schema/tables';
import { describeError } from '../../http/logging/describe-error';
import { JobQueue } from '../../jobs/job-queue';
import { permanentFailure } from '../../jobs/permanent-failure';
import { OrderRepository } from '../order.repository';
import { expireSession } from '../sync/expire-session';
import { FailureAlerts } from '../sync/failure-alerts';
import { OrderSyncService } from '../sync/order-sync.service';
import { DueOrdersRepository } from './due-orders.repository';

const MAX_ORDERS_A_SWEEP = 250;

/** Well below the lifetime of a sweep's job together with its other parts, so that two sweeps never overlap. */
const MAX_SWEEP_MS = 180_000;

/** An order is claimed once in this time, however many processes sweep. */
const CLAIM_INTERVAL_MS = 1000;

/** An order without a session is given up this long after its session would have expired. */
const GRACE_MS = 30 * 60 * 1000;

/**
 * What a sweep does before it reads due orders, in this order: what takes a moment, then what tells of the most orders at
 * once.
 */
const STAGES = ['housekeeping', 'key', 'events', 'lists'] as const;

/**
 * Runs every minute, in one process at a time. Brings orders in line that no event has: after downtime, a lost endpoint,
 * or a crash between two steps.
 */
@Injectable()
export class SweepService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Sweep');
  private readonly parts: { stage: (typeof STAGES)[number]; run: () => Promise<void> }[] = [];
  private stopping = false;
  /** Since a person was told of it. */
  private isKeyRefused = false;

  constructor(
    private readonly stripe: Stripe,
    private readonly jobs: JobQueue,
    private readonly orders: OrderRepository,
    private readonly dueOrders: DueOrdersRepository,
    private readonly orderSync: OrderSyncService,
    private readonly failures: FailureAlerts,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.everyMinute('order.sweep', () => this.sweep());
  }

  /** A process that stops leaves the other orders to the next sweep. */
  onModuleDestroy(): void {
    this.stopping = true;
  }

  /**
   * Adds a part that each sweep runs before it reads due orders. Call it when modules are initialised, before the first
   * sweep. A part that can fail handles its own errors, so that the rest of the sweep still runs.
   */
  runFirst(stage: (typeof STAGES)[number], run: () => Promise<void>): void {
    this.parts.push({ stage, run });
    this.parts.sort((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
  }

  async sweep(): Promise<void> {
    for (const { run } of this.parts) await run();
    await this.finishDueOrders();
  }

  private async finishDueOrders(): Promise<void> {
    const end = performance.now() + MAX_SWEEP_MS;
    for (const order of await this.dueOrders.find(MAX_ORDERS_A_SWEEP, this.clock.now())) {
      if (performance.now() > end || this.stopping) return;
      try {
        if (!(await this.orders.claimCheck(order.id, CLAIM_INTERVAL_MS, this.clock.now())))
          continue;
        await this.failures.orTell(order, () => this.finish(order));
        this.isKeyRefused = false;
      } catch (error) {
        this.logger.warn({ orderNumber: order.number, ...describeError(error) }, 'order not swept');
        if (this.concernsAll(order, error)) return;
      }
      await sleep(this.config.stripe.readIntervalMs);
    }
  }

  /**
   * @returns whether the error would meet the other orders as well: they keep their turn for the next sweep
   */
  private concernsAll(order: OrderRow, error: unknown): boolean {
    if (error instanceof Stripe.errors.StripeAuthenticationError && !this.isKeyRefused) {
      this.isKeyRefused = true;
      const fields = { alert: true, orderNumber: order.number, ...permanentFailure(error) };
      this.logger.error(fields, 'orders are not swept');
    }
    return (
      error instanceof Stripe.errors.StripeAuthenticationError ||
      error instanceof Stripe.errors.StripeConnectionError
    );
  }

  private async finish(order: OrderRow): Promise<void> {
    const { id, status, stripeSessionId, createdAt, supersededAt } = order;
    const lifetimeMs = this.config.stripe.expiresMinutes * 60 * 1000 + GRACE_MS;
    // Stripe did not answer when the browser's newer order was placed.
    if (stripeSessionId && supersededAt && status === 'pending')
      await expireSession(this.stripe, stripeSessionId);
    if (stripeSessionId) await this.orderSync.sync(stripeSessionId, 'sweep');
    else if (this.clock.now().getTime() - createdAt.getTime() > lifetimeMs)
      await this.orderSync.abandon(id, 'sweep');
  }
}
