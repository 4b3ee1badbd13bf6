import { Injectable, Logger } from '@nestjs/common';
import Stripe from 'stripe';
import { Database } from '../../database/database';
import type { Transaction } from '../../database/database';
import type { OrderRow } from '../../database/schema/tables';
import { Deployment } from '../../deployment/deployment';
import { findTransitions } from '../facts/find-history';
import { historyOf, markOf, saidOf, triggerIdOf } from '../facts/renewal-news';
import type { RenewalNews } from '../facts/renewal-news';
import { OrderTransitionsService } from '../order-transitions.service';
import { OrderRepository } from '../order.repository';
import { OrderSyncService } from './order-sync.service';
import type { SyncCause, SyncOutcome } from './order-sync.service';
import { PermissionAlerts } from './permission-alerts';
import { readRenewal } from './read-renewal';
import { idOf } from './session-snapshot';

const isUnderWay = ({ kind }: RenewalNews): boolean =>
  kind === 'refund_pending' || kind === 'refund_requires_action';

/** A payment of an order's subscription. */
export interface SubscriptionPayment {
  order: OrderRow;
  stripePaymentIntentId: string;
  amountMinor: number;
  currency: string;
  /** Of its first invoice: it is the order's own payment. */
  isFirst: boolean;
}

/**
 * What becomes of the payments of renewals. Renewals make no order and change none, so a person is told: in the log, by
 * e-mail to staff, and in the history of the order that has started the subscription.
 */
@Injectable()
export class RenewalPayments {
  private readonly logger = new Logger('RenewalPayments');

  constructor(
    private readonly database: Database,
    private readonly orders: OrderRepository,
    private readonly transitions: OrderTransitionsService,
    private readonly orderSync: OrderSyncService,
    private readonly permissions: PermissionAlerts,
    private readonly deployment: Deployment,
    private readonly stripe: Stripe,
  ) {}

  /**
   * The subscription's order by a payment: payment, invoice, subscription, order. A shop that has sold no subscription asks
   * nothing of Stripe.
   * @returns `none`: it is of no order; `unknown`: the API key may not read invoices
   */
  async find(stripePaymentIntentId: string): Promise<SubscriptionPayment | 'none' | 'unknown'> {
    if (!(await this.orders.hasSubscriptions())) return 'none';
    return this.permissions.orElse<SubscriptionPayment | 'none' | 'unknown'>(
      async () => {
        const { data } = await this.stripe.invoicePayments.list({
          payment: { type: 'payment_intent', payment_intent: stripePaymentIntentId },
          expand: ['data.invoice'],
          limit: 1,
        });
        const [found] = data;
        const invoice = typeof found?.invoice === 'object' ? found.invoice : undefined;
        if (!found || !invoice || invoice.deleted) return 'none';
        const subscription = idOf(invoice.parent?.subscription_details?.subscription ?? null);
        const order = subscription && (await this.orders.findBySubscription(subscription));
        if (!order) return 'none';
        return {
          order,
          stripePaymentIntentId,
          amountMinor: found.amount_paid ?? found.amount_requested,
          currency: found.currency,
          isFirst: invoice.billing_reason === 'subscription_create',
        };
      },
      () => 'unknown',
    );
  }

  /**
   * Reads the refunds and disputes of a renewal's payment, and tells what has not been told. The payment of the first
   * invoice is read with its order.
   * @param isFraudWarning whether its card issuer warns of fraud: nothing that can be read of the payment says so
   * @throws what Stripe or the database throw; nobody has been told then
   */
  async follow(
    payment: SubscriptionPayment,
    cause: SyncCause,
    isFraudWarning = false,
  ): Promise<SyncOutcome> {
    const { order, stripePaymentIntentId: id, amountMinor, currency, isFirst } = payment;
    if (isFirst && order.stripeSessionId)
      return this.orderSync.sync(order.stripeSessionId, cause, true);
    if (this.deployment.isOther(order.deploymentId)) return 'other_deployment';
    const warning = { id, stripePaymentIntentId: id, amountMinor, currency, dueBy: null };
    const found = [
      ...(await this.read(id)),
      ...(isFraudWarning ? [{ kind: 'fraud_warning' as const, ...warning }] : []),
    ];
    const told = await this.database.transaction((tx) => this.record(tx, order.id, found, cause));
    for (const news of told) {
      const reason = `a renewal of its subscription ${saidOf(news)}`;
      const { dueBy } = news;
      this.logger.error(
        { alert: true, orderNumber: order.number, reason, ...(dueBy && { dueBy }) },
        'order needs a person',
      );
    }
    return 'synced';
  }

  private async read(payment_intent: string): Promise<RenewalNews[]> {
    const about = { payment_intent, limit: 100 };
    const refunds = await this.permissions.orElse(
      async () => (await this.stripe.refunds.list(about)).data.reverse(),
      () => [],
    );
    const disputes = await this.permissions.orElse(
      async () => (await this.stripe.disputes.list(about)).data.reverse(),
      () => [],
    );
    return readRenewal(payment_intent, { refunds, disputes });
  }

  /** In the order's lock: of several processes one finds it new. @returns what is new */
  private async record(
    tx: Transaction,
    orderId: string,
    found: RenewalNews[],
    cause: SyncCause,
  ): Promise<RenewalNews[]> {
    const order = found.length > 0 ? await this.orders.lockById(tx, orderId) : undefined;
    if (!order) return [];
    const causes = (await findTransitions(tx, orderId)).map((one) => `${one.cause},`);
    const isKnown = (one: Pick<RenewalNews, 'kind' | 'id'>) =>
      causes.some((said) => said.includes(`${markOf(one)},`));
    // The version before called a refund made that was on its way.
    const news = found.filter(
      (one) => !isKnown(one) && !(isUnderWay(one) && isKnown({ ...one, kind: 'refund_made' })),
    );
    for (const one of news) {
      const triggers = [{ trigger: 'renewal_money' as const, id: triggerIdOf(one) }];
      const decision = { status: order.status, changes: {}, triggers, alerts: [] };
      await this.transitions.apply(tx, order, decision, cause);
      await this.transitions.recordDecision(tx, order, `${cause}, ${historyOf(one)}`);
    }
    return news;
  }
}
