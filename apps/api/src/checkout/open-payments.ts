import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import type { OpenPayment, ProblemCode } from '@shop/contract';
import { Clock } from '../clock/clock';
import type { OrderRow } from '../database/schema/tables';
import { ProblemError } from '../http/errors/problem-error';
import { ConfirmationAccessService } from '../order/confirmation/confirmation-access.service';
import { awaitedBy } from '../order/facts/payment-attempt';
import { cancelPayment } from '../order/sync/cancel-payment';
import { OrderSyncService } from '../order/sync/order-sync.service';
import { PermissionAlerts } from '../order/sync/permission-alerts';
import { VisitorSyncService } from '../order/sync/visitor-sync.service';
import { CheckoutRepository } from './checkout.repository';

/**
 * Keeps a browser from having two orders that can both be paid: one that waits for a voucher, a bank transfer or test
 * deposits is paid, or replaced, before the next one is placed.
 */
@Injectable()
export class OpenPayments {
  constructor(
    private readonly stripe: Stripe,
    private readonly orders: CheckoutRepository,
    private readonly access: ConfirmationAccessService,
    private readonly orderSync: OrderSyncService,
    private readonly visitorSync: VisitorSyncService,
    private readonly permissions: PermissionAlerts,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError PAYMENT_OPEN when an order of the browser waits to be paid, according to Stripe */
  async requireNone(browserHash: string): Promise<void> {
    const known = await this.orders.findAwaiting(browserHash);
    if (!known?.stripeSessionId) return;
    await this.visitorSync.sync(known.stripeSessionId, known.id, 'checkout');
    const order = await this.orders.findAwaiting(browserHash);
    if (order) throw problemAbout('PAYMENT_OPEN', order);
  }

  /**
   * Ends an order that waits for its payment, because its shopper pays another way: Stripe is asked to cancel the payment,
   * and its stock is released. Where Stripe does not cancel it, the order is given up, and a payment that comes all the
   * same is reviewed. An order that has ended already stays as it is, so a repeated request does the same.
   * @throws ProblemError ORDER_NOT_FOUND for an order that is not the browser's; PAYMENT_NOT_CANCELED when it has been
   * paid, or its payment is under way
   */
  async replace(stripeSessionId: string, browserHash: string): Promise<void> {
    const order = await this.orders.findBySession(stripeSessionId);
    if (!order?.stripeSessionId || !(await this.access.maySeeAll(order, browserHash)))
      throw new ProblemError('ORDER_NOT_FOUND');
    if (awaitedBy(order)) await this.cancel(order, order.stripeSessionId);
    if (await this.orderSync.giveUp(order.id, 'checkout')) return;
    throw problemAbout('PAYMENT_NOT_CANCELED', (await this.orders.findById(order.id)) ?? order);
  }

  private async cancel(order: OrderRow, stripeSessionId: string): Promise<void> {
    // Marked first: a webhook may tell of the end of the payment before Stripe has answered.
    await this.orders.supersede(order.id, this.clock.now());
    // What of a bank transfer has come can no longer be read once its payment is cancelled.
    if (awaitedBy(order) === 'awaiting_bank_transfer')
      await this.orderSync.sync(stripeSessionId, 'checkout');
    const { stripePaymentIntentId } = order;
    if (stripePaymentIntentId) {
      const { stripe, permissions } = this;
      await cancelPayment({ stripe, permissions }, stripePaymentIntentId, 'requested_by_customer');
    }
    await this.orderSync.sync(stripeSessionId, 'checkout');
  }
}

/** The problem that an order causes whose payment is open. */
export const problemAbout = (code: ProblemCode, order: OrderRow) =>
  new ProblemError(code, undefined, { openPayment: openPaymentOf(order) });

function openPaymentOf(order: OrderRow): OpenPayment {
  const { number: orderNumber, stripeSessionId, paymentAction } = order;
  const state = awaitedBy(order);
  const url = state && (paymentAction?.url ?? null);
  return { orderNumber, sessionId: stripeSessionId ?? '', state, url };
}
