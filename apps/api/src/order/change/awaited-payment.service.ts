import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { Database } from '../../database/database';
import type { OrderRow } from '../../database/schema/tables';
import { Deployment } from '../../deployment/deployment';
import { whyStillOpen } from '../change-rules';
import { awaitedBy } from '../facts/payment-attempt';
import { OrderTransitionsService } from '../order-transitions.service';
import { OrderRepository } from '../order.repository';
import { cancelPayment } from '../sync/cancel-payment';
import { OrderSyncService } from '../sync/order-sync.service';
import { PermissionAlerts } from '../sync/permission-alerts';
import { changeRefused } from './change-refused';

/** Ends orders for staff whose payment is awaited: a bank transfer, a voucher or test deposits. */
@Injectable()
export class AwaitedPayments {
  constructor(
    private readonly database: Database,
    private readonly orders: OrderRepository,
    private readonly orderSync: OrderSyncService,
    private readonly transitions: OrderTransitionsService,
    private readonly permissions: PermissionAlerts,
    private readonly deployment: Deployment,
    private readonly stripe: Stripe,
  ) {}

  /**
   * Has Stripe cancel the payment, and reads the order again: it ends as it does when a payment fails. Where Stripe does
   * not cancel it, the order is given up, and a payment that comes all the same is reviewed.
   * @param reason why: stored with the order's history
   * @returns whether Stripe has cancelled the payment
   * @throws ProblemError of `whyStillOpen` when money has come, or is under way; what Stripe throws
   */
  async end(order: OrderRow, reason: string): Promise<boolean> {
    const { id, stripeSessionId } = order;
    if (!stripeSessionId || this.deployment.isOther(order.deploymentId))
      throw changeRefused({ code: 'ORDER_NOT_CHANGEABLE', why: 'is of another deployment' });
    // What has come or begun meanwhile is not to be cancelled.
    await this.orderSync.sync(stripeSessionId, 'command');
    const awaited = await this.read(order);
    const payment = awaited.stripePaymentIntentId;
    if (payment && awaitedBy(awaited)) {
      const { stripe, permissions } = this;
      await cancelPayment({ stripe, permissions }, payment, 'abandoned');
      await this.orderSync.sync(stripeSessionId, 'command');
    }
    const cause = `command cancel: ${reason}` as const;
    const hasEnded = await this.orderSync.giveUp(id, cause, true);
    const now = await this.read(order);
    if (!hasEnded) throw changeRefused(whyStillOpen(now));
    const isCancelled = now.status !== 'expired';
    // Giving up has written the reason already.
    if (isCancelled)
      await this.database.transaction((tx) => this.transitions.recordDecision(tx, now, cause));
    return isCancelled;
  }

  private async read(order: OrderRow): Promise<OrderRow> {
    return (await this.orders.findById(order.id)) ?? order;
  }
}
