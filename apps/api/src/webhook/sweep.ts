import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../config/config';
import { JobQueue } from '../jobs/job-queue';
import { OrderLookupService } from '../order/order-lookup.service';
import { OrderSyncService } from '../order/order-sync.service';
import { MissedEvents } from './missed-events';

/** Stripe allows 25 requests a second for everything; shoppers come first. */
const READ_INTERVAL_MS = 200;
const MAX_ORDERS_A_SWEEP = 250;

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
    const recovered = await this.missedEvents.recover();
    if (recovered > 0)
      this.logger.warn({ recovered }, 'events recovered that were never delivered');
    await this.finishDueOrders();
  }

  private async finishDueOrders(): Promise<void> {
    const lifetimeMs = this.config.stripe.expiresMinutes * 60 * 1000 + GRACE_MS;
    for (const order of await this.lookup.claimDue(MAX_ORDERS_A_SWEEP)) {
      try {
        if (order.stripeSessionId) await this.orderSync.sync(order.stripeSessionId, 'sweep');
        else if (Date.now() - order.createdAt.getTime() > lifetimeMs) {
          await this.orderSync.abandon(order.id);
        }
      } catch (error) {
        const reason = error instanceof Error ? error.name : 'unknown';
        this.logger.warn({ orderNumber: order.number, reason }, 'order not swept');
      }
      await sleep(READ_INTERVAL_MS);
    }
  }
}
