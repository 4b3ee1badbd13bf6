import { Injectable, Logger } from '@nestjs/common';
import Stripe from 'stripe';
import { Clock } from '../../clock/clock';
import { Database } from '../../database/database';
import type { ObjectSubject, OrderSubject } from '../../jobs/queues';
import { ForeignPaymentsService } from '../../deployment/foreign-payments.service';
import type { ForeignOwner } from '../../deployment/foreign-payments.service';
import { plainText } from '../../text/plain-text';
import { OrderTransitionsService } from '../order-transitions.service';
import { OrderRepository } from '../order.repository';
import { OrderSyncService } from './order-sync.service';
import type { SyncOutcome } from './order-sync.service';
import { paymentIntentOf } from './payment-intent-of';
import { RenewalPayments } from './renewal-payments.service';
import { StripeSessionReader } from './stripe-session.reader';

type PaymentSubject = Extract<OrderSubject, { stripePaymentIntentId: string }>;

/** What a reading came to. */
export interface EventReading {
  outcome: SyncOutcome | 'renamed';
  /** The payment, where the event has named only an object that belongs to it. */
  paymentId?: string | undefined;
}

/** Readings that an event causes. */
@Injectable()
export class EventSyncService {
  private readonly logger = new Logger('EventSync');

  constructor(
    private readonly database: Database,
    private readonly orders: OrderRepository,
    private readonly transitions: OrderTransitionsService,
    private readonly sessions: StripeSessionReader,
    private readonly orderSync: OrderSyncService,
    private readonly renewals: RenewalPayments,
    private readonly foreign: ForeignPaymentsService,
    private readonly clock: Clock,
    private readonly stripe: Stripe,
  ) {}

  /**
   * Brings whatever the event is about in line with Stripe.
   * @throws what Stripe or the database throw; nothing has been changed then
   */
  async sync(subject: OrderSubject, cause: `webhook ${string}`): Promise<EventReading> {
    if ('stripeObjectId' in subject) return this.syncObject(subject, cause);
    return { outcome: await this.syncNamed(subject, cause) };
  }

  private async syncNamed(
    subject: Exclude<OrderSubject, ObjectSubject>,
    cause: `webhook ${string}`,
  ): Promise<SyncOutcome | 'renamed'> {
    if ('stripeAccountId' in subject) return this.renameAccount(subject.stripeAccountId);
    if ('stripeSubscriptionId' in subject)
      return this.syncSubscription(subject.stripeSubscriptionId, cause);
    if ('stripeSessionId' in subject) return this.orderSync.sync(subject.stripeSessionId, cause);
    return this.syncPayment(subject, cause);
  }

  /**
   * A subscription has moved: renewed, not paid, cancelled or ended. One that no order knows is somebody else's, or its
   * session has not been read yet: that reading will find it as it is now.
   */
  private async syncSubscription(
    stripeSubscriptionId: string,
    cause: `webhook ${string}`,
  ): Promise<SyncOutcome> {
    const order = await this.orders.findBySubscription(stripeSubscriptionId);
    return order?.stripeSessionId ? this.orderSync.sync(order.stripeSessionId, cause) : 'not_ours';
  }

  /** An object that belongs to a payment. That it is another deployment's is remembered for the next event about it. */
  private async syncObject(
    subject: ObjectSubject,
    cause: `webhook ${string}`,
  ): Promise<EventReading> {
    const { stripeObjectId, stripeObject } = subject;
    if (await this.foreign.isOtherDeployments(stripeObjectId))
      return { outcome: 'other_deployment' };
    const stripePaymentIntentId = await paymentIntentOf(this.stripe, subject);
    if (!stripePaymentIntentId) return { outcome: 'not_ours' };
    const outcome = await this.syncPayment(
      {
        stripePaymentIntentId,
        ...(stripeObject === 'early_fraud_warning' && { isFraudWarning: true }),
      },
      cause,
    );
    const owner = await this.foreign.ownerOf(stripePaymentIntentId);
    // Not so where no deployment is known: a subscription's payment may still turn out to be an order's.
    if (owner?.deploymentId) await this.foreign.remember([stripeObjectId], owner);
    return { outcome, paymentId: stripePaymentIntentId };
  }

  /** The order of a payment comes first, then what is remembered; Stripe is asked when neither knows it. */
  private async syncPayment(
    subject: PaymentSubject,
    cause: `webhook ${string}`,
  ): Promise<SyncOutcome> {
    const { stripePaymentIntentId, isFraudWarning } = subject;
    const order = await this.orders.findByPaymentIntent(stripePaymentIntentId);
    if (!order?.stripeSessionId) {
      const known = await this.foreign.ownerOf(stripePaymentIntentId);
      if (known) return outcomeOf(known);
    }
    const stripeSessionId =
      order?.stripeSessionId ?? (await this.sessions.findByPaymentIntent(stripePaymentIntentId));
    if (!stripeSessionId) return this.syncSubscriptionPayment(subject, cause);
    const outcome = await this.orderSync.sync(stripeSessionId, cause, true);
    if (isFraudWarning && outcome === 'synced')
      await this.warnOfFraud(stripePaymentIntentId, cause);
    return outcome;
  }

  /** Stripe finds no session by a subscription's payment. What is no such payment either is somebody else's: remembered. */
  private async syncSubscriptionPayment(
    { stripePaymentIntentId, isFraudWarning }: PaymentSubject,
    cause: `webhook ${string}`,
  ): Promise<SyncOutcome> {
    const payment = await this.renewals.find(stripePaymentIntentId);
    if (payment === 'unknown') return 'not_ours';
    if (payment === 'none') {
      await this.foreign.remember([stripePaymentIntentId], { deploymentId: null });
      return 'not_ours';
    }
    return this.renewals.follow(payment, cause, isFraudWarning);
  }

  /**
   * An early fraud warning changes nothing that can be read from the payment: a person is told, once for an order. What
   * staff are told is staged with the mark of it, so that a process that stops before it alerts has not lost it.
   */
  private async warnOfFraud(
    stripePaymentIntentId: string,
    cause: `webhook ${string}`,
  ): Promise<void> {
    const known = await this.orders.findByPaymentIntent(stripePaymentIntentId);
    if (!known) return;
    const isNew = await this.database.transaction(async (tx) => {
      const order = await this.orders.lockById(tx, known.id);
      if (!order || order.fraudWarnedAt) return false;
      const changes = { fraudWarnedAt: this.clock.now() };
      const triggers = [{ trigger: 'fraud_warning' as const, id: '' }];
      const decision = { status: order.status, changes, triggers, alerts: [] };
      await this.transitions.apply(tx, order, decision, cause);
      return true;
    });
    if (!isNew) return;
    const reason = 'the card issuer warns of fraud: refund the payment before it is disputed';
    this.logger.error({ alert: true, orderNumber: known.number, reason }, 'order needs a person');
  }

  /** An account without an order here is somebody else's customer. */
  private async renameAccount(stripeAccountId: string): Promise<'renamed' | 'not_ours'> {
    if (!(await this.orders.hasAccount(stripeAccountId))) return 'not_ours';
    const name = plainText(await this.sessions.displayNameOf(stripeAccountId));
    if (name !== null) await this.orders.renameAccount(stripeAccountId, name);
    return 'renamed';
  }
}

const outcomeOf = ({ deploymentId }: ForeignOwner): SyncOutcome =>
  deploymentId === null ? 'not_ours' : 'other_deployment';
