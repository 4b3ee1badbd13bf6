import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { Deployment } from '../../deployment/deployment';
import { ProblemError } from '../../http/errors/problem-error';
import { OrderRepository } from '../order.repository';
import { OrderSyncService } from '../sync/order-sync.service';
import { changeRefused } from './change-refused';

/** What is to be given back of an order. */
export interface RefundWish {
  /** Undefined: all that is left. */
  amountMinor: number | undefined;
  /** The same key is the same refund, however often it is asked for. */
  key: string;
}

/** Gives money back for staff. How much is left to give back is Stripe's to say. */
@Injectable()
export class RefundService {
  constructor(
    private readonly orders: OrderRepository,
    private readonly sync: OrderSyncService,
    private readonly deployment: Deployment,
    private readonly stripe: Stripe,
  ) {}

  /**
   * Asks Stripe for a refund by our key, and reads the order again. The order follows what is read, as after any refund.
   * @returns what Stripe says of the refund
   * @throws ProblemError ORDER_NOT_FOUND, ORDER_NOT_CHANGEABLE, IDEMPOTENCY_KEY_REUSED; what Stripe throws
   */
  async refund(
    orderId: string,
    { amountMinor, key }: RefundWish,
  ): Promise<Pick<Stripe.Refund, 'id' | 'amount' | 'currency' | 'status'>> {
    const order = await this.orders.findById(orderId);
    if (!order) throw new ProblemError('ORDER_NOT_FOUND');
    const { id, number, stripePaymentIntentId: payment, stripeSessionId } = order;
    if (this.deployment.isOther(order.deploymentId)) throw never('is of another deployment');
    if (!payment || !stripeSessionId) throw never('has no payment that is known');
    const refund = await this.ask(
      {
        payment_intent: payment,
        ...(amountMinor !== undefined && { amount: amountMinor }),
        reason: 'requested_by_customer',
        metadata: { order_id: id, order_number: number },
      },
      `refund-${id}-${key}`,
    );
    await this.sync.sync(stripeSessionId, 'command', true);
    return refund;
  }

  private async ask(params: Stripe.RefundCreateParams, idempotencyKey: string) {
    try {
      return await this.stripe.refunds.create(params, { idempotencyKey });
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeIdempotencyError)) throw error;
      throw new ProblemError('IDEMPOTENCY_KEY_REUSED', undefined, { cause: error });
    }
  }
}

const never = (why: string) => changeRefused({ code: 'ORDER_NOT_CHANGEABLE', why });
