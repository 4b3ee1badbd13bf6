import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Config } from '../../config/config';
import { describeError } from '../../http/logging/describe-error';
import { RateLimiter } from '../../rate-limit/rate-limiter';
import { OrderRepository } from '../order.repository';
import { OrderSyncService } from './order-sync.service';
import type { SyncCause } from './order-sync.service';

/** Visitors cause at most one reading of an order in this time, however many tabs and replicas there are. */
const CHECK_INTERVAL_MS = 2000;

/**
 * Readings that a visitor causes. Stripe limits the requests of the whole account: a visitor who reloads pages in a loop
 * must not keep others from checking out.
 */
@Injectable()
export class VisitorSyncService {
  private readonly logger = new Logger('VisitorSync');

  constructor(
    private readonly orders: OrderRepository,
    private readonly orderSync: OrderSyncService,
    private readonly limiter: RateLimiter,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Brings the order in line with Stripe, unless it was read just now or the limit is reached. Stripe's errors are logged
   * and not thrown: callers then answer with what the database has.
   * @returns whether the order is what Stripe says now
   */
  async sync(stripeSessionId: string, orderId: string, cause: SyncCause): Promise<boolean> {
    if (!(await this.orders.claimCheck(orderId, CHECK_INTERVAL_MS, this.clock.now()))) return false;
    return this.read(stripeSessionId, cause);
  }

  /**
   * Makes an order of a session that has none, if it is paid and such sessions become orders here. Without that setting
   * Stripe is never asked about a session that is not known.
   * @returns whether Stripe has answered
   */
  async adopt(stripeSessionId: string): Promise<boolean> {
    if (!this.config.adoption.isOn) return false;
    if (!(await this.limiter.allows('unknown_session_reads', 'visitors'))) return false;
    return this.read(stripeSessionId, 'page');
  }

  private async read(stripeSessionId: string, cause: SyncCause): Promise<boolean> {
    if (!(await this.limiter.allows('stripe_reads', 'visitors'))) return false;
    try {
      await this.orderSync.sync(stripeSessionId, cause);
    } catch (error) {
      this.logger.warn(describeError(error), 'order not refreshed');
      return false;
    }
    return true;
  }
}
