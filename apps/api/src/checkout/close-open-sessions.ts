import { Injectable, Logger } from '@nestjs/common';
import Stripe from 'stripe';
import { Clock } from '../clock/clock';
import type { OrderRow } from '../database/schema/tables';
import { describeError } from '../http/logging/describe-error';
import { expireSession } from '../order/sync/expire-session';
import { OrderSyncService } from '../order/sync/order-sync.service';
import { CheckoutRepository } from './checkout.repository';
import { findCreatedSession } from './find-created-session';

/**
 * Keeps one payable session per browser. A new cart closes the browser's pending orders before it is placed, so that it
 * can reserve their stock. Of carts that are placed at the same moment the newest is kept. An order that is superseded is
 * marked first, in the database: whoever creates its session at this moment sees the mark and expires the session.
 */
@Injectable()
export class CloseOpenSessions {
  private readonly logger = new Logger('Checkout');
  /** By order: concurrent carts close the same ones. */
  private readonly closing = new Map<string, Promise<void>>();

  constructor(
    private readonly stripe: Stripe,
    private readonly orders: CheckoutRepository,
    private readonly orderSync: OrderSyncService,
    private readonly clock: Clock,
  ) {}

  /**
   * Closes the browser's pending orders.
   * @param idempotencyKey of the cart that is about to be placed: a concurrent request may have placed it already
   */
  async close(browserHash: string, idempotencyKey: string): Promise<void> {
    await this.orders.supersedeOthers(browserHash, idempotencyKey, this.clock.now());
    await this.closeSuperseded(browserHash);
  }

  /**
   * Closes the browser's pending orders, all but the newest. Call it once the order is placed and before its session is
   * created.
   * @returns whether the order is the newest
   */
  async keepNewest({ id, browserHash }: OrderRow): Promise<boolean> {
    await this.orders.supersedeOlder(browserHash, this.clock.now());
    const superseded = await this.closeSuperseded(browserHash);
    return superseded.every((order) => order.id !== id);
  }

  private async closeSuperseded(browserHash: string): Promise<OrderRow[]> {
    const superseded = await this.orders.findSuperseded(browserHash);
    await Promise.all(superseded.map((order) => this.closeOnce(order)));
    return superseded;
  }

  /**
   * Expires a session that can still be paid. A session that is being paid at this moment refuses to expire. Its order is
   * then paid and fulfilled as usual: what came first at Stripe counts.
   */
  async closeSession(stripeSessionId: string): Promise<void> {
    try {
      await expireSession(this.stripe, stripeSessionId);
      await this.orderSync.sync(stripeSessionId, 'checkout');
    } catch (error) {
      this.logger.warn(describeError(error), 'open session left');
    }
  }

  private closeOnce(order: OrderRow): Promise<void> {
    const closing =
      this.closing.get(order.id) ??
      this.closeOrder(order).finally(() => this.closing.delete(order.id));
    this.closing.set(order.id, closing);
    return closing;
  }

  private async closeOrder(order: OrderRow): Promise<void> {
    if (order.stripeSessionId) await this.closeSession(order.stripeSessionId);
    else if (await this.orderSync.abandon(order.id, 'checkout')) await this.closeLostSession(order);
    else await this.closeStarted(order);
  }

  /** The order has got its session since it was read. */
  private async closeStarted({ idempotencyKey }: OrderRow): Promise<void> {
    const order = await this.orders.findByIdempotencyKey(idempotencyKey);
    if (order?.stripeSessionId) await this.closeSession(order.stripeSessionId);
  }

  /** Stripe may have created a session although its answer was lost. No shopper has its address. */
  private async closeLostSession(order: OrderRow): Promise<void> {
    try {
      const session = await findCreatedSession(this.stripe, order);
      if (session) await this.closeSession(session.id);
    } catch (error) {
      this.logger.warn(describeError(error), 'lost session not looked for');
    }
  }
}
