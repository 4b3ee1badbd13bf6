import { Injectable, Logger } from '@nestjs/common';
import Stripe from 'stripe';
import type { OrderRow } from '../../database/schema/tables';
import { permanentFailure } from '../../jobs/permanent-failure';
import type { PermanentFailure } from '../../jobs/permanent-failure';
import type { EventSubject } from '../../jobs/queues';
import { OrderRepository } from '../order.repository';

/** Tells a person of orders that no retry brings in line. */
@Injectable()
export class FailureAlerts {
  private readonly logger = new Logger('OrderSync');

  constructor(private readonly orders: OrderRepository) {}

  /**
   * Once for an order and a failure, however many of its events and sweeps meet it, until a reading succeeds.
   * @throws what the database throws; nobody has been told then
   */
  async tellOfOrder({ id }: OrderRow, { code, reason }: PermanentFailure): Promise<void> {
    const orderNumber = await this.orders.recordFailure(id, code);
    if (orderNumber === undefined) return;
    this.logger.error({ alert: true, orderNumber, code, reason }, 'order needs a person');
  }

  /**
   * Does the work for an order among others: a failure that no retry mends is told and ends this work alone.
   * @throws whatever else the work throws, and a refused API key, which would meet the other orders as well
   */
  async orTell(order: OrderRow, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const failure = permanentFailure(error);
      if (!failure || error instanceof Stripe.errors.StripeAuthenticationError) throw error;
      await this.tellOfOrder(order, failure);
    }
  }

  /** Of the order that an event is about. While none is known, of the event itself. */
  async tellOfEvent(
    stripeEventId: string,
    subject: EventSubject,
    failure: PermanentFailure,
  ): Promise<void> {
    const order = await this.orderOf(subject);
    if (order) return this.tellOfOrder(order, failure);
    const { code, reason } = failure;
    this.logger.error({ alert: true, stripeEventId, code, reason }, 'event needs a person');
  }

  /** Lets the next sweep read the orders again that were given up. @returns how many */
  forget(): Promise<number> {
    return this.orders.forgetFailures();
  }

  private async orderOf(subject: EventSubject): Promise<OrderRow | undefined> {
    if ('stripeSessionId' in subject) return this.orders.findBySession(subject.stripeSessionId);
    if ('stripeSubscriptionId' in subject)
      return this.orders.findBySubscription(subject.stripeSubscriptionId);
    if ('stripePaymentIntentId' in subject)
      return this.orders.findByPaymentIntent(subject.stripePaymentIntentId);
    return undefined;
  }
}
