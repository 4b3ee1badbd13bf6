import { Injectable, Logger } from '@nestjs/common';
import type Stripe from 'stripe';
import { Clock } from '../../clock/clock';
import { Database } from '../../database/database';
import type { Transaction } from '../../database/database';
import type { OrderRow } from '../../database/schema/tables';
import { Metrics } from '../../metrics/metrics';
import type { OrderAlert, OrderDecision } from '../order-decision';
import { OrderTransitionsService } from '../order-transitions.service';
import { OrderRepository } from '../order.repository';
import { decide } from './decide';
import type { SessionSnapshot } from './session-snapshot';
import { StripeSessionReader } from './stripe-session.reader';

/** Which path caused a reading. Stored with every transition, for the person on call. */
export type SyncCause = `webhook ${string}` | 'page' | 'checkout' | 'sweep' | 'command';

/**
 * - `synced`: the order is in line with Stripe
 * - `not_ours`: no such session, or one of another system on the same Stripe account
 * - `order_missing`: the session is ours, but its order is not in this database, or not yet: try again
 */
export type SyncOutcome = 'synced' | 'not_ours' | 'order_missing';

const ABANDONED: OrderDecision = {
  status: 'expired',
  changes: { watched: false },
  triggers: [],
  alerts: [],
};

/** Stripe does not know the session of an order. */
export class SessionUnknownError extends Error {}

const ATTEMPTS = 8;

/** Brings orders in line with Stripe. Nothing else does; for what a person decides see ReviewService. */
@Injectable()
export class OrderSyncService {
  private readonly logger = new Logger('OrderSync');

  constructor(
    private readonly database: Database,
    private readonly orders: OrderRepository,
    private readonly sessions: StripeSessionReader,
    private readonly transitions: OrderTransitionsService,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads the session from Stripe and brings its order in line: compares what was paid with what was ordered, raises
   * the status, stores what the receipt shows and, when the order becomes paid, stages its fulfilment. One transaction
   * does all of it with the row locked. However often it is called, concurrently and in any order, the order is
   * fulfilled once. Stripe's guide calls this function fulfill_checkout
   * (https://docs.stripe.com/checkout/fulfillment).
   * @param mayHaveRefunds whether to look for refunds of which neither the order nor the charge knows: failed ones
   * @throws what Stripe or the database throw; nothing has been changed then
   */
  async sync(
    stripeSessionId: string,
    cause: SyncCause,
    mayHaveRefunds = false,
  ): Promise<SyncOutcome> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const before = await this.orders.findBySession(stripeSessionId);
      const snapshot = await this.sessions.read(
        stripeSessionId,
        mayHaveRefunds || (before?.refunds.length ?? 0) > 0,
      );
      if (!snapshot) return this.unknownToStripe(before);
      const alerts: (OrderAlert & { orderNumber: string })[] = [];
      const outcome = await this.database.transaction((tx) =>
        this.apply(tx, before, snapshot, cause, alerts),
      );
      // Said once it is written: a transaction that fails is repeated.
      for (const alert of alerts) this.logger.error({ alert: true, ...alert }, NEEDS_A_PERSON);
      if (outcome !== 'outdated') return outcome;
    }
    throw new Error('The order changed faster than its session could be read.');
  }

  private async apply(
    tx: Transaction,
    before: OrderRow | undefined,
    snapshot: SessionSnapshot,
    cause: SyncCause,
    alerts: (OrderAlert & { orderNumber: string })[],
  ): Promise<SyncOutcome | 'outdated'> {
    const { session } = snapshot;
    const orderId = session.metadata?.['order_id'];
    const order = await this.orders.lock(tx, session.id, isUuid(orderId) ? orderId : undefined);
    if (!order) return isOurs(session) ? this.missing(session) : 'not_ours';
    // Another call has applied a newer reading since this one began: read again.
    const isItsSession = order.stripeSessionId === session.id;
    if (isItsSession && before?.version !== order.version) return 'outdated';

    const now = this.clock.now();
    const decision = decide(order, snapshot, now);
    if (decision) {
      await this.transitions.apply(tx, order, decision, cause);
      alerts.push(...decision.alerts.map((alert) => ({ orderNumber: order.number, ...alert })));
    }
    if (order.watched) await this.orders.recordReading(tx, order.id, now);
    return 'synced';
  }

  /** Stripe does not know the order's session: the API key has become one of another account or mode. */
  private unknownToStripe(order: OrderRow | undefined): SyncOutcome {
    if (!order) return 'not_ours';
    this.logger.error(
      { alert: true, orderNumber: order.number, reason: 'Stripe does not know its session' },
      NEEDS_A_PERSON,
    );
    throw new SessionUnknownError();
  }

  /** The session is ours by its metadata, but its order is missing. If it is paid, a shopper paid for an unknown order. */
  private missing(session: Stripe.Checkout.Session): 'order_missing' {
    if (session.payment_status === 'paid') {
      this.metrics.count('paid_without_order_total', {});
      const orderNumber = session.metadata?.['order_number'];
      this.logger.error({ alert: true, orderNumber }, 'paid without an order');
    }
    return 'order_missing';
  }

  /** Expires an order that never got a session, once it is too late to create one. */
  async abandon(orderId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const order = await this.orders.lockById(tx, orderId);
      if (!order || order.status !== 'pending' || order.stripeSessionId) return;
      await this.transitions.apply(tx, order, ABANDONED, 'sweep');
    });
  }
}

const NEEDS_A_PERSON = 'order needs a person';

/** Whether this system created the session. Other systems may use the same metadata keys, so all three must fit. */
const isOurs = ({ metadata, client_reference_id: reference }: Stripe.Checkout.Session) =>
  isUuid(metadata?.['order_id']) &&
  metadata['order_id'] === reference &&
  /^[A-Z2-9]{4}-[A-Z2-9]{4}$/.test(metadata['order_number'] ?? '');

const isUuid = (value: string | undefined): value is string =>
  value !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
