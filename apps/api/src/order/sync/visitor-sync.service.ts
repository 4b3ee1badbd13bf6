import { Injectable, Logger } from '@nestjs/common';
import { describeError } from '../../http/logging/describe-error';
import { RateLimiter } from '../../rate-limit/rate-limiter';
import { OrderRepository } from '../order.repository';
import { OrderSyncService } from './order-sync.service';
import type { SyncCause } from './order-sync.service';

/** An order is read from Stripe for its visitors once in this time, however many tabs and replicas there are. */
const CHECK_INTERVAL_MS = 2000;

/**
 * Readings that a visitor causes. Stripe allows so many requests to the whole account: whoever hammers a page, or many
 * pages, must not keep others from checking out.
 */
@Injectable()
export class VisitorSyncService {
  private readonly logger = new Logger('VisitorSync');

  constructor(
    private readonly orders: OrderRepository,
    private readonly orderSync: OrderSyncService,
    private readonly limiter: RateLimiter,
  ) {}

  /**
   * Brings the order in line with Stripe, unless that was just done or others are asking for too much. Never throws for
   * what Stripe does: what the database has is then the answer.
   * @returns whether Stripe was asked
   */
  async sync(stripeSessionId: string, orderId: string, cause: SyncCause): Promise<boolean> {
    if (!(await this.orders.claimCheck(orderId, CHECK_INTERVAL_MS))) return false;
    if (!(await this.limiter.allows('stripe_reads', 'visitors'))) return false;
    try {
      await this.orderSync.sync(stripeSessionId, cause);
    } catch (error) {
      this.logger.warn(describeError(error), 'order not refreshed');
    }
    return true;
  }
}
