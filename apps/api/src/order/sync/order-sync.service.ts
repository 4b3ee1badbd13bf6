import { Injectable, Logger } from '@nestjs/common';
import type Stripe from 'stripe';
import { Clock } from '../../clock/clock';
import { Database } from '../../database/database';
import type { Transaction } from '../../database/database';
import type { OrderRow } from '../../database/schema/tables';
import { PermanentError } from '../../jobs/permanent-failure';
import { Metrics } from '../../metrics/metrics';
import { InventoryService } from '../inventory/inventory.service';
import { moreOf } from '../inventory/more-of';
import type { OrderAlert, OrderDecision } from '../order-decision';
import { hasEndedUnpaid } from '../facts/ended-unpaid';
import { awaitedBy } from '../facts/payment-attempt';
import { isOutdated } from '../facts/subscription-view';
import { holdsStock, isFinal } from '../order-status';
import { OrderTransitionsService } from '../order-transitions.service';
import { OrderRepository } from '../order.repository';
import { alertsOf } from './alerts';
import { decide } from './decide';
import { isOurs, isUuid } from './is-ours';
import { SessionOwnerService } from './session-owner.service';
import { readPurchase } from './read-purchase';
import type { SessionSnapshot } from './session-snapshot';
import { StripeSessionReader } from './stripe-session.reader';
import { triggersOf } from './triggers';

/** Which path caused a reading. Stored with every transition, for the person on call. */
export type SyncCause =
  `webhook ${string}` | 'page' | 'checkout' | 'sweep' | 'command' | 'cancellation';

/**
 * - `synced`: the order is in line with Stripe
 * - `not_ours`: no such session, or one that nobody here made. If it is paid, see OutsidePaymentService
 * - `other_deployment`: another deployment of the shop made it, and takes care of it
 * - `order_missing`: the session is ours, but its order is not in this database, or not yet: try again
 * - `unpaid_lost`: the session is ours and unpaid, and the database has lost its order: nothing is owed
 */
export type SyncOutcome =
  'synced' | 'not_ours' | 'other_deployment' | 'order_missing' | 'unpaid_lost';

const ABANDONED: OrderDecision = {
  status: 'expired',
  changes: { watched: false },
  triggers: [],
  alerts: [],
};

/** Stripe does not know the session of an order: the API key has become one of another account or mode. */
export class SessionUnknownError extends PermanentError {
  constructor() {
    super(
      'session_unknown',
      'Stripe does not know its session: check that STRIPE_SECRET_KEY is of the account and mode of the order, then run: npm run orders -- retry-dead',
    );
  }
}

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
    private readonly owner: SessionOwnerService,
    private readonly inventory: InventoryService,
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
    let isRebuilt = false;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const before = await this.orders.findBySession(stripeSessionId);
      // While the page's reading was under way, the webhook's has made the order final: the page can show that.
      if (attempt > 1 && cause === 'page' && before && isCurrent(before, this.clock.now()))
        return 'synced';
      if (await this.owner.isKnownAsOther(before, stripeSessionId)) return 'other_deployment';
      const snapshot = await this.sessions.read(
        stripeSessionId,
        mayHaveRefunds || isRebuilt || (before?.refunds.length ?? 0) > 0,
        !before?.invoice?.url,
      );
      if (!snapshot && before) throw new SessionUnknownError();
      if (!snapshot) return 'not_ours';
      if (await this.owner.isOther(snapshot)) return 'other_deployment';
      const alerts: (OrderAlert & { orderNumber: string })[] = [];
      const outcome = await this.database.transaction((tx) =>
        this.apply(tx, before, snapshot, cause, alerts),
      );
      // Said once it is written: a transaction that fails is repeated.
      for (const alert of alerts) this.logger.error({ alert: true, ...alert }, NEEDS_A_PERSON);
      // An order was made of it: now it is read like any other.
      if (outcome === 'not_ours' && (await this.owner.settleOutside(snapshot))) continue;
      if (outcome === 'order_missing') {
        const lost = await this.owner.settleLost(snapshot);
        isRebuilt = lost === 'rebuilt';
        if (isRebuilt) continue;
        return lost === 'unpaid' ? 'unpaid_lost' : this.missing(snapshot.session);
      }
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
    if (!order) return isOurs(session) ? 'order_missing' : 'not_ours';
    // Another call has applied a newer reading since this one began: read again.
    const isItsSession = order.stripeSessionId === session.id;
    if (isItsSession && before?.version !== order.version) return 'outdated';

    const now = this.clock.now();
    const { lines, purchase, shortages } = await this.purchaseOf(tx, order, session);
    const decision = decide(order, snapshot, now, shortages, purchase);
    if (decision) {
      await this.transitions.apply(tx, order, decision, cause, lines);
      alerts.push(...decision.alerts.map((alert) => ({ orderNumber: order.number, ...alert })));
    }
    if (order.syncFailure !== null) await this.orders.forgetFailure(tx, order.id);
    if (order.watched) await this.orders.recordReading(tx, order.id, now);
    return 'synced';
  }

  /** The order's lines where others may have been bought, what was bought, and of what there is not enough for it. */
  private async purchaseOf(tx: Transaction, order: OrderRow, session: Stripe.Checkout.Session) {
    // Nothing is missing for a cancelled order: nothing is sent for it.
    const hasStock = holdsStock(order) || order.cancelledAt !== null;
    const mayDiffer = order.offer !== null && session.status === 'complete';
    const lines = mayDiffer ? await this.orders.linesOf(tx, order.id) : [];
    const purchase = readPurchase(order, lines, session);
    if (!Array.isArray(purchase)) {
      const shortages = hasStock ? [] : await this.inventory.shortagesOf(tx, order.id);
      return { lines, purchase, shortages };
    }
    const more = moreOf(hasStock ? lines : [], purchase);
    // Whatever is decided moves no stock but that of these lines.
    const shortages = await this.inventory.shortagesAmong(tx, more, [...lines, ...purchase]);
    return { lines, purchase, shortages };
  }

  /**
   * The session is ours by its metadata, but its order is missing. If it is paid, a shopper paid for an unknown order: a
   * person is alerted once, and it is on the overview of staff until it has an order.
   */
  private async missing(session: Stripe.Checkout.Session): Promise<'order_missing'> {
    if (session.payment_status !== 'paid') return 'order_missing';
    this.metrics.count('paid_without_order_total', {});
    if (!(await this.owner.claimAlert(session))) return 'order_missing';
    const orderNumber = session.metadata?.['order_number'];
    this.logger.error({ alert: true, orderNumber }, 'paid without an order');
    return 'order_missing';
  }

  /**
   * Expires an order that is pending without a session, and releases its stock. If its session is being created at this
   * moment, whoever creates it has to expire it.
   * @returns whether the order was one
   */
  async abandon(orderId: string, cause: SyncCause): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const order = await this.orders.lockById(tx, orderId);
      if (!order || order.status !== 'pending' || order.stripeSessionId) return false;
      await this.transitions.apply(tx, order, ABANDONED, cause);
      return true;
    });
  }

  /**
   * Ends an order whose shopper pays another way, or that staff cancel, although Stripe does not cancel its payment, and
   * releases its stock. If that is paid all the same, a person decides; see `reasonToHold`.
   * @returns whether the order has ended unpaid
   */
  async giveUp(
    orderId: string,
    cause: SyncCause | `command cancel: ${string}`,
    isByStaff = false,
  ): Promise<boolean> {
    const { hasEnded, alerts } = await this.database.transaction(async (tx) => {
      const order = await this.orders.lockById(tx, orderId);
      if (!order) return { hasEnded: false, alerts: [] };
      const isWanted = isByStaff || order.supersededAt !== null;
      if (awaitedBy(order) === null || !isWanted)
        return { hasEnded: hasEndedUnpaid(order.status), alerts: [] };
      const after: OrderRow = { ...order, ...ABANDONED.changes, status: 'expired' };
      const triggers = triggersOf(order, after);
      await this.transitions.apply(tx, order, { ...ABANDONED, triggers }, cause);
      const found = alertsOf(order, after);
      return {
        hasEnded: true,
        alerts: found.map((alert) => ({ orderNumber: order.number, ...alert })),
      };
    });
    for (const alert of alerts) this.logger.error({ alert: true, ...alert }, NEEDS_A_PERSON);
    return hasEnded;
  }
}

/** Whether Stripe need not be asked for the page: waiting changes nothing, and Stripe knows no more. */
const isCurrent = (order: OrderRow, now: Date) => isFinal(order.status) && !isOutdated(order, now);

const NEEDS_A_PERSON = 'order needs a person';
