import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { Deployment } from '../../deployment/deployment';
import { ProblemError } from '../../http/errors/problem-error';
import { askByKey } from '../../stripe/ask-by-key';
import { OrderRepository } from '../order.repository';
import { OrderSyncService } from '../sync/order-sync.service';
import { askedBy, refundAskedBy } from './asked-refund';
import type { RefundWish } from './asked-refund';
import { changeRefused } from './change-refused';

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
   * Of calls with the same key one makes the refund: for a day Stripe's own key sees to that, also between processes, and
   * from then on what the refund says of its call. After an error of Stripe's own a part is not asked for again by itself:
   * the refund may be there and not be seen yet.
   * @returns what Stripe says of the refund
   * @throws ProblemError ORDER_NOT_FOUND, ORDER_NOT_CHANGEABLE, IDEMPOTENCY_KEY_REUSED; what Stripe throws
   */
  async refund(
    orderId: string,
    wish: RefundWish,
  ): Promise<Pick<Stripe.Refund, 'id' | 'amount' | 'currency' | 'status'>> {
    const order = await this.orders.findById(orderId);
    if (!order) throw new ProblemError('ORDER_NOT_FOUND');
    const { id, number, stripePaymentIntentId: payment, stripeSessionId } = order;
    if (this.deployment.isOther(order.deploymentId)) throw never('is of another deployment');
    if (!payment || !stripeSessionId) throw never('has no payment that is known');
    const { amountMinor, key } = wish;
    const asked = askedBy(id, wish);
    const params: Stripe.RefundCreateParams = {
      payment_intent: payment,
      ...(amountMinor !== undefined && { amount: amountMinor }),
      reason: 'requested_by_customer',
      metadata: { order_id: id, order_number: number, ...asked },
    };
    const refund =
      (await this.find(payment, asked)) ??
      (await askByKey({
        key: `refund-${id}-${key}`,
        ask: (options) => this.ask(params, options),
        find: async () => {
          const made = await this.find(payment, asked);
          // All that is left goes back once, whatever is seen late. A part could go back twice: a person decides.
          if (!made && amountMinor !== undefined) throw never(UNCERTAIN);
          return made;
        },
      }));
    await this.sync.sync(stripeSessionId, 'command', true);
    return refund;
  }

  /** @returns the refund that this call has made already */
  private async find(
    payment: string,
    asked: ReturnType<typeof askedBy>,
  ): Promise<Stripe.Refund | undefined> {
    const refunds = await this.stripe.refunds
      .list({ payment_intent: payment, limit: 100 })
      .autoPagingToArray({ limit: 10_000 });
    const known = refundAskedBy(refunds, asked);
    if (known === 'other') throw new ProblemError('IDEMPOTENCY_KEY_REUSED');
    return known;
  }

  private async ask(
    params: Stripe.RefundCreateParams,
    options: Stripe.RequestOptions,
  ): Promise<Stripe.Refund> {
    try {
      return await this.stripe.refunds.create(params, options);
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeIdempotencyError)) throw error;
      throw new ProblemError('IDEMPOTENCY_KEY_REUSED', undefined, { cause: error });
    }
  }
}

const UNCERTAIN =
  'may have this refund already: Stripe has failed at it, and shows none yet. Look at its payment in the Dashboard in some minutes. If there is none, refund it again, under another key';

const never = (why: string) => changeRefused({ code: 'ORDER_NOT_CHANGEABLE', why });
