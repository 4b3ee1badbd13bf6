import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import Stripe from 'stripe';
import { Config } from '../config/config';
import { describeError } from '../http/logging/describe-error';
import { JobQueue } from '../jobs/job-queue';
import { OrderLookupService } from '../order/order-lookup.service';
import { OrderSyncService } from '../order/sync/order-sync.service';
import { MissedEvents } from './missed-events';

/** Stripe allows an account 25 requests a second of an endpoint; shoppers come first. */
const READ_INTERVAL_MS = 200;
const MAX_ORDERS_A_SWEEP = 250;

/** Well within the life of its job, so that no two sweeps run at once. */
const MAX_SWEEP_MS = 240_000;

/** How long after its session must have expired an order without one is given up. */
const GRACE_MS = 30 * 60 * 1000;

/** Finds out what no event has told: after a down time, a lost endpoint, a crash between two steps. */
@Injectable()
export class Sweep implements OnApplicationBootstrap {
  private readonly logger = new Logger('Sweep');

  constructor(
    private readonly jobs: JobQueue,
    private readonly missedEvents: MissedEvents,
    private readonly lookup: OrderLookupService,
    private readonly orderSync: OrderSyncService,
    private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.everyMinute('order.sweep', () => this.sweep());
  }

  async sweep(): Promise<void> {
    await this.recoverMissedEvents();
    await this.finishDueOrders();
  }

  /** On its own: an account that may not list events still has its orders swept. */
  private async recoverMissedEvents(): Promise<void> {
    try {
      const recovered = await this.missedEvents.recover();
      if (recovered > 0) {
        this.logger.warn({ recovered }, 'events recovered that were not delivered');
      }
    } catch (error) {
      this.logger.warn(describeError(error), 'missed events not read');
    }
  }

  private async finishDueOrders(): Promise<void> {
    const lifetimeMs = this.config.stripe.expiresMinutes * 60 * 1000 + GRACE_MS;
    const end = Date.now() + MAX_SWEEP_MS;
    for (const order of await this.lookup.findDue(MAX_ORDERS_A_SWEEP)) {
      if (Date.now() > end) return;
      try {
        if (!(await this.lookup.claim(order))) continue;
        if (order.stripeSessionId) await this.orderSync.sync(order.stripeSessionId, 'sweep');
        else if (Date.now() - order.createdAt.getTime() > lifetimeMs) {
          await this.orderSync.abandon(order.id);
        }
      } catch (error) {
        this.logger.warn({ orderNumber: order.number, ...describeError(error) }, 'order not swept');
        // Stripe is away: the others keep their turn for the next sweep.
        if (error instanceof Stripe.errors.StripeConnectionError) return;
      }
      await sleep(READ_INTERVAL_MS);
    }
  }
}
