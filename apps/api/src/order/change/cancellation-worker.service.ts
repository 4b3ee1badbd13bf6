import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import Stripe from 'stripe';
import { Database } from '../../database/database';
import type { CancelRefund, OrderRow } from '../../database/schema/tables';
import { Deployment } from '../../deployment/deployment';
import { JobQueue } from '../../jobs/job-queue';
import { PermanentError, permanentFailure } from '../../jobs/permanent-failure';
import type { PermanentFailure } from '../../jobs/permanent-failure';
import { askByKey } from '../../stripe/ask-by-key';
import { isGoingBack } from '../facts/cancellation-view';
import { FulfilmentService } from '../fulfilment/fulfilment.service';
import { OrderRepository } from '../order.repository';
import { FailureAlerts } from '../sync/failure-alerts';
import { OrderSyncService } from '../sync/order-sync.service';

/** The money is not given back. Any other error says nothing of the refund: it may be made, and be read later. */
class RefundRefused extends PermanentError {}

/** Gives the money back of orders that their shoppers have cancelled. */
@Injectable()
export class CancellationWorker implements OnApplicationBootstrap {
  private readonly logger = new Logger('Cancellation');

  constructor(
    private readonly jobs: JobQueue,
    private readonly database: Database,
    private readonly orders: OrderRepository,
    private readonly sync: OrderSyncService,
    private readonly fulfilment: FulfilmentService,
    private readonly failures: FailureAlerts,
    private readonly deployment: Deployment,
    private readonly stripe: Stripe,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.work('order.cancellation', ({ orderId }) => this.refund(orderId), {
      onPermanent: ({ orderId }, failure, error) =>
        error instanceof RefundRefused
          ? this.tellRefusal(orderId, failure)
          : this.tellFailure(orderId, failure),
    });
  }

  /**
   * Runs again after a failure, in whichever process: Stripe is asked by the same key and makes one refund. Only the
   * reading of Stripe that follows makes the order a refunded one; the event of the refund then finds nothing new.
   */
  private async refund(orderId: string): Promise<void> {
    const order = await this.orders.findById(orderId);
    if (!order?.cancelledAt || !order.stripeSessionId) return;
    if (this.deployment.isOther(order.deploymentId)) return;
    if (!isGoingBack(order)) await this.ask(order, order.stripeSessionId);
    await this.sync.sync(order.stripeSessionId, 'cancellation', true);
    await this.settle(orderId, 'started');
  }

  /**
   * Without an amount Stripe gives back all that is left. So a part that was refunded in the Dashboard is not refunded
   * again, whatever this order knows of it; nor is all of it, by a refund that is seen late.
   */
  private async ask(order: OrderRow, stripeSessionId: string): Promise<void> {
    const { id, number, stripePaymentIntentId, cancelRefusals } = order;
    if (!stripePaymentIntentId)
      throw new RefundRefused('payment_unknown', 'no payment of it is known: refund it by hand');
    const params: Stripe.RefundCreateParams = {
      payment_intent: stripePaymentIntentId,
      reason: 'requested_by_customer',
      metadata: { order_id: id, order_number: number },
    };
    await askByKey<object>({
      // Stripe answers the same key the same for a day, also by the same refusal.
      key: `cancel-${id}-${cancelRefusals}`,
      ask: (options) => this.create(params, options),
      find: () => this.findRefunded(id, stripeSessionId),
    });
  }

  private async create(
    params: Stripe.RefundCreateParams,
    options: Stripe.RequestOptions,
  ): Promise<object> {
    try {
      return await this.stripe.refunds.create(params, options);
    } catch (error) {
      if (error instanceof Stripe.errors.StripeError && error.code === 'charge_already_refunded')
        return {};
      const failure = permanentFailure(error);
      if (!failure) throw error;
      throw new RefundRefused(failure.code, failure.reason, { cause: error });
    }
  }

  /** The order as Stripe has it now, if its money is going back. */
  private async findRefunded(
    orderId: string,
    stripeSessionId: string,
  ): Promise<OrderRow | undefined> {
    await this.sync.sync(stripeSessionId, 'cancellation', true);
    const order = await this.orders.findById(orderId);
    return order && isGoingBack(order) ? order : undefined;
  }

  private async settle(orderId: string, cancelRefund: CancelRefund): Promise<void> {
    await this.database.transaction(async (tx) => {
      const order = await this.orders.lockById(tx, orderId);
      if (!order || order.cancelRefund === cancelRefund) return;
      await this.orders.updateLocked(tx, orderId, { cancelRefund, version: order.version + 1 });
    });
  }

  /** What the order says of its refund stays as it is. */
  private async tellFailure(orderId: string, failure: PermanentFailure): Promise<void> {
    const order = await this.orders.findById(orderId);
    if (order) await this.failures.tellOfOrder(order, failure);
  }

  /** The order stays cancelled and its refund is owed. A dispute, say, which Stripe names so, is read with it. */
  private async tellRefusal(orderId: string, { code, reason }: PermanentFailure): Promise<void> {
    const told = await this.database.transaction(async (tx) => {
      const order = await this.orders.lockById(tx, orderId);
      if (!order) return undefined;
      const cancelRefusals = order.cancelRefusals + 1;
      const changes = { cancelRefund: 'refused', cancelRefusals } as const;
      await this.orders.updateLocked(tx, orderId, { ...changes, version: order.version + 1 });
      // Once for an order: what a person has tried again need not be told again.
      if (order.cancelRefund === 'refused') return undefined;
      await this.fulfilment.stage(tx, { ...order, ...changes }, [
        { trigger: 'cancellation_refused', id: '' },
      ]);
      return order;
    });
    if (!told) return;
    const details = { orderNumber: told.number, code, reason };
    this.logger.error({ alert: true, ...details }, 'order needs a person');
    if (told.stripeSessionId)
      await this.sync.sync(told.stripeSessionId, 'cancellation', true).catch(() => undefined);
  }
}
