import { Injectable, Logger } from '@nestjs/common';
import Stripe from 'stripe';
import { PlaceOrderService } from './place-order.service';
import { OrderSyncService } from '../order/sync/order-sync.service';

/** One payable session per cart: before a changed cart gets its session, the older ones of the browser are closed. */
@Injectable()
export class OpenCheckouts {
  private readonly logger = new Logger('Checkout');

  constructor(
    private readonly stripe: Stripe,
    private readonly intake: PlaceOrderService,
    private readonly orderSync: OrderSyncService,
  ) {}

  /**
   * Expires what can still be paid. A session that is being paid at this moment refuses, and its order is then paid
   * and fulfilled like any other: whichever came first at Stripe is the truth.
   */
  async close(browserHash: string): Promise<void> {
    for (const { stripeSessionId } of await this.intake.findPayable(browserHash)) {
      if (!stripeSessionId) continue;
      try {
        await this.expire(stripeSessionId);
        await this.orderSync.sync(stripeSessionId, 'checkout');
      } catch (error) {
        this.logger.warn(`open session left: ${error instanceof Error ? error.name : 'unknown'}`);
      }
    }
  }

  private async expire(stripeSessionId: string): Promise<void> {
    try {
      await this.stripe.checkout.sessions.expire(stripeSessionId);
    } catch (error) {
      // It is complete or expired already: reading it says which.
      if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
    }
  }
}
