import { Injectable, Logger } from '@nestjs/common';
import Stripe from 'stripe';
import { expireSession } from '../order/sync/expire-session';
import { OrderSyncService } from '../order/sync/order-sync.service';
import { CheckoutRepository } from './checkout.repository';

/** Keeps one payable session per cart: a changed cart gets its session after the browser's older ones are closed. */
@Injectable()
export class CloseOpenSessions {
  private readonly logger = new Logger('Checkout');

  constructor(
    private readonly stripe: Stripe,
    private readonly orders: CheckoutRepository,
    private readonly orderSync: OrderSyncService,
  ) {}

  /**
   * Expires the browser's sessions that can still be paid. A session that is being paid at this moment refuses to
   * expire. Its order is then paid and fulfilled as usual: what came first at Stripe counts.
   */
  async close(browserHash: string): Promise<void> {
    for (const { stripeSessionId } of await this.orders.findPayable(browserHash)) {
      if (!stripeSessionId) continue;
      try {
        await expireSession(this.stripe, stripeSessionId);
        await this.orderSync.sync(stripeSessionId, 'checkout');
      } catch (error) {
        this.logger.warn(`open session left: ${error instanceof Error ? error.name : 'unknown'}`);
      }
    }
  }
}
