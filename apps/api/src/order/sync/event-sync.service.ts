import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import type { EventSubject, ObjectSubject } from '../../jobs/queues';
import { OrderRepository } from '../order.repository';
import { OrderSyncService } from './order-sync.service';
import type { SyncOutcome } from './order-sync.service';
import { StripeSessionReader } from './stripe-session.reader';

/** Readings that an event causes. */
@Injectable()
export class EventSyncService {
  constructor(
    private readonly orders: OrderRepository,
    private readonly sessions: StripeSessionReader,
    private readonly orderSync: OrderSyncService,
    private readonly stripe: Stripe,
  ) {}

  /**
   * Brings whatever the event is about in line with Stripe.
   * @throws what Stripe or the database throw; nothing has been changed then
   */
  async sync(subject: EventSubject, cause: `webhook ${string}`): Promise<SyncOutcome | 'renamed'> {
    if ('stripeAccountId' in subject) {
      await this.renameAccount(subject.stripeAccountId);
      return 'renamed';
    }
    const stripeSessionId = await this.sessionOf(subject);
    return stripeSessionId ? this.orderSync.sync(stripeSessionId, cause) : 'not_ours';
  }

  private async sessionOf(
    subject: Exclude<EventSubject, { stripeAccountId: string }>,
  ): Promise<string | null> {
    if ('stripeSessionId' in subject) return subject.stripeSessionId;
    const stripePaymentIntentId =
      'stripePaymentIntentId' in subject
        ? subject.stripePaymentIntentId
        : await paymentIntentOf(this.stripe, subject);
    return stripePaymentIntentId === null ? null : this.sessionOfPayment(stripePaymentIntentId);
  }

  /** From the payment's order, or from Stripe while no order knows the payment. */
  private async sessionOfPayment(stripePaymentIntentId: string): Promise<string | null> {
    const order = await this.orders.findByPaymentIntent(stripePaymentIntentId);
    return (
      order?.stripeSessionId ?? (await this.sessions.findByPaymentIntent(stripePaymentIntentId))
    );
  }

  private async renameAccount(stripeAccountId: string): Promise<void> {
    const name = await this.sessions.displayNameOf(stripeAccountId);
    if (name !== null) await this.orders.renameAccount(stripeAccountId, name);
  }
}

/** The payment that an object belongs to; null for one without a payment, or that Stripe does not know. */
async function paymentIntentOf(
  { charges, disputes, radar, refunds, reviews }: Stripe,
  { stripeObjectId: id, stripeObject }: ObjectSubject,
): Promise<string | null> {
  const read = {
    charge: () => charges.retrieve(id),
    dispute: () => disputes.retrieve(id),
    early_fraud_warning: () => radar.earlyFraudWarnings.retrieve(id),
    refund: () => refunds.retrieve(id),
    review: () => reviews.retrieve(id),
  }[stripeObject];
  try {
    const { payment_intent: intent } = await read();
    return typeof intent === 'string' ? intent : (intent?.id ?? null);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError && error.code === 'resource_missing')
      return null;
    throw error;
  }
}
