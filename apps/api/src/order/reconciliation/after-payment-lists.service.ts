import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import Stripe from 'stripe';
import { Config } from '../../config/config';
import type { OrderRow } from '../../database/schema/tables';
import { ForeignPaymentsService } from '../../deployment/foreign-payments.service';
import { describeError } from '../../http/logging/describe-error';
import { OrderRepository } from '../order.repository';
import { readRefunds } from '../sync/after-payment';
import { FailureAlerts } from '../sync/failure-alerts';
import { OrderSyncService } from '../sync/order-sync.service';
import { PermissionAlerts } from '../sync/permission-alerts';
import { RenewalPayments } from '../sync/renewal-payments.service';
import { StripeListReader } from './stripe-list-reader.service';
import type { ListPage } from './stripe-list-reader.service';
import { SweepService } from './sweep.service';

/** What a refund and a dispute have in common here. */
interface AboutPayment {
  id: string;
  payment_intent: string | { id: string } | null;
}

/**
 * Reads the refunds and disputes that Stripe has, as a part of each sweep, and the orders that do not know them yet. Unlike
 * events they can be listed for ever, and no event has to have been made of them.
 */
@Injectable()
export class AfterPaymentListsService implements OnModuleInit {
  private readonly logger = new Logger('Sweep');

  constructor(
    private readonly stripe: Stripe,
    private readonly lists: StripeListReader,
    private readonly permissions: PermissionAlerts,
    private readonly orders: OrderRepository,
    private readonly orderSync: OrderSyncService,
    private readonly renewals: RenewalPayments,
    private readonly foreign: ForeignPaymentsService,
    private readonly failures: FailureAlerts,
    private readonly sweep: SweepService,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.sweep.runFirst('lists', () => this.read());
  }

  /** Logs its errors, so that the rest of the sweep still runs. */
  private async read(): Promise<void> {
    try {
      await this.readAllowed('refunds', (range) => this.stripe.refunds.list(range), knowsRefund);
      await this.readAllowed('disputes', (range) => this.stripe.disputes.list(range), knowsDispute);
    } catch (error) {
      this.logger.warn(describeError(error), 'refunds and disputes not read');
    }
  }

  private async readAllowed<Item extends AboutPayment>(
    name: string,
    list: ListPage<Item>,
    isKnown: (order: OrderRow, item: Item) => boolean,
  ): Promise<void> {
    await this.permissions.orElse(
      async () => {
        await this.lists.readNew<Item>(name, list, (items) => this.syncUnknown(items, isKnown));
      },
      () => undefined,
    );
  }

  private async syncUnknown<Item extends AboutPayment>(
    items: Item[],
    isKnown: (order: OrderRow, item: Item) => boolean,
  ): Promise<void> {
    const payments = items.flatMap(({ payment_intent: intent }) => idOf(intent) ?? []);
    const orders = await this.orders.findByPaymentIntents(payments);
    for (const order of orders) {
      const own = items.filter(
        ({ payment_intent: intent }) => idOf(intent) === order.stripePaymentIntentId,
      );
      const { stripeSessionId } = order;
      if (!stripeSessionId || own.every((item) => isKnown(order, item))) continue;
      await this.failures.orTell(order, () => this.orderSync.sync(stripeSessionId, 'sweep', true));
      await sleep(this.config.stripe.readIntervalMs);
    }
    if (orders.length < payments.length && (await this.orders.hasSubscriptions()))
      await this.followRenewals(items, orders);
  }

  private async followRenewals(items: AboutPayment[], orders: OrderRow[]): Promise<void> {
    const known = new Set(orders.map(({ stripePaymentIntentId }) => stripePaymentIntentId));
    for (const item of items) {
      const payment = idOf(item.payment_intent);
      if (payment !== undefined && !known.has(payment)) await this.followRenewal(item.id, payment);
    }
  }

  /**
   * What belongs to no order may belong to a renewal. What does not is remembered by its own id, so that it is asked about
   * once: whose its payment is, an event may still have to find out.
   */
  private async followRenewal(id: string, stripePaymentIntentId: string): Promise<void> {
    for (const stripeId of [id, stripePaymentIntentId])
      if (await this.foreign.ownerOf(stripeId)) return;
    const payment = await this.renewals.find(stripePaymentIntentId);
    if (payment === 'unknown') return;
    if (payment === 'none') await this.foreign.remember([id], { deploymentId: null });
    else await this.failures.orTell(payment.order, () => this.renewals.follow(payment, 'sweep'));
    await sleep(this.config.stripe.readIntervalMs);
  }
}

function knowsRefund({ refunds }: OrderRow, refund: Stripe.Refund): boolean {
  const [read] = readRefunds([refund]);
  // Canceled: no money moved.
  return !read || refunds.some(({ id, status }) => id === read.id && status === read.status);
}

const knowsDispute = ({ dispute }: OrderRow, { id, status }: Stripe.Dispute) =>
  dispute?.id === id && dispute.status === status;

const idOf = (object: string | { id: string } | null) =>
  typeof object === 'string' ? object : object?.id;
