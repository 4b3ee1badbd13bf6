import { Injectable, Logger } from '@nestjs/common';
import Stripe from 'stripe';
import { Clock } from '../../clock/clock';
import type { EventSubject, ObjectSubject } from '../../jobs/queues';
import { OrderRepository } from '../order.repository';
import { OrderSyncService } from './order-sync.service';
import type { SyncOutcome } from './order-sync.service';
import { StripeSessionReader } from './stripe-session.reader';

/** Readings that an event causes. */
@Injectable()
export class EventSyncService {
  private readonly logger = new Logger('EventSync');

  constructor(
    private readonly orders: OrderRepository,
    private readonly sessions: StripeSessionReader,
    private readonly orderSync: OrderSyncService,
    private readonly clock: Clock,
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
    if ('stripeSessionId' in subject) return this.orderSync.sync(subject.stripeSessionId, cause);
    const stripePaymentIntentId =
      'stripePaymentIntentId' in subject
        ? subject.stripePaymentIntentId
        : await paymentIntentOf(this.stripe, subject);
    const stripeSessionId =
      stripePaymentIntentId && (await this.sessionOfPayment(stripePaymentIntentId));
    if (!stripeSessionId) return 'not_ours';
    const outcome = await this.orderSync.sync(stripeSessionId, cause, true);
    if (isFraudWarning(subject)) await this.warnOfFraud(stripePaymentIntentId);
    return outcome;
  }

  /** An early fraud warning changes nothing that can be read from the payment: it is alerted, once for an order. */
  private async warnOfFraud(stripePaymentIntentId: string): Promise<void> {
    const orderNumber = await this.orders.recordFraudWarning(
      stripePaymentIntentId,
      this.clock.now(),
    );
    if (orderNumber === undefined) return;
    const reason = 'the card issuer warns of fraud: refund the payment before it is disputed';
    this.logger.error({ alert: true, orderNumber, reason }, 'order needs a person');
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

const isFraudWarning = (subject: EventSubject) =>
  'stripeObject' in subject
    ? subject.stripeObject === 'early_fraud_warning'
    : 'isFraudWarning' in subject;
