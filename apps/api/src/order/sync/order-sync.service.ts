import { Injectable, Logger } from '@nestjs/common';
import type Stripe from 'stripe';
import { Database } from '../../database/database';
import type { Transaction } from '../../database/database';
import type { OrderRow } from '../../database/schema/tables';
import { Metrics } from '../../metrics/metrics';
import { nextStatus } from '../order-status';
import { OrderTransitionsService } from '../order-transitions.service';
import { OrderRepository } from '../order.repository';
import { isReviewOpen, reasonAboutSession } from '../review-reason';
import { findMismatch } from './find-mismatch';
import { roleOf } from './session-role';
import { describeSession } from './session-state';
import { readSession } from './session-to-order';
import { StripeSessionReader } from './stripe-session.reader';
import type { SessionSnapshot } from './session-snapshot';

/** Which path caused a reading. Stored with every transition, for the person on call. */
export type SyncCause = `webhook ${string}` | 'page' | 'checkout' | 'sweep' | 'command';

/**
 * - `synced`: the order is in line with Stripe
 * - `not_ours`: no such session, or one of another system on the same Stripe account
 * - `order_missing`: the session is ours, but its order is not in this database, or not yet: try again
 */
export type SyncOutcome = 'synced' | 'not_ours' | 'order_missing';

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
  ) {}

  /**
   * Reads the session from Stripe and brings its order in line: compares what was paid with what was ordered, raises
   * the status, stores what the receipt shows and, when the order becomes paid, stages its fulfilment. One transaction
   * does all of it with the row locked. However often it is called, concurrently and in any order, the order is
   * fulfilled once. Stripe's guide calls this function fulfill_checkout
   * (https://docs.stripe.com/checkout/fulfillment).
   * @throws what Stripe or the database throw; nothing has been changed then
   */
  async sync(stripeSessionId: string, cause: SyncCause): Promise<SyncOutcome> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const before = await this.orders.findBySession(stripeSessionId);
      const snapshot = await this.sessions.read(stripeSessionId);
      if (!snapshot) return this.unknownToStripe(before);
      const outcome = await this.database.transaction((tx) =>
        this.apply(tx, before, snapshot, cause),
      );
      if (outcome !== 'outdated') return outcome;
    }
    throw new Error('The order changed faster than its session could be read.');
  }

  private async apply(
    tx: Transaction,
    before: OrderRow | undefined,
    snapshot: SessionSnapshot,
    cause: SyncCause,
  ): Promise<SyncOutcome | 'outdated'> {
    const { session } = snapshot;
    const orderId = session.metadata?.['order_id'];
    const order = await this.orders.lock(tx, session.id, isUuid(orderId) ? orderId : undefined);
    if (!order) return isOurs(session) ? this.missing(session) : 'not_ours';
    // Another call has applied a newer reading since this one began: read again.
    const isItsSession = order.stripeSessionId === session.id;
    if (isItsSession && before?.version !== order.version) return 'outdated';

    const role = roleOf(order, session);
    if (role === 'former') return 'synced';
    const mismatch = findMismatch(order, session, role === 'successor');
    const isAccepted = isItsSession && mismatch === order.reviewReason && !isReviewOpen(order);
    if (mismatch && !isAccepted) await this.holdForReview(tx, order, session, mismatch, cause);
    else if (role === 'successor') await this.replaceSession(tx, order, snapshot, cause);
    else await this.applySnapshot(tx, order, snapshot, cause);
    return 'synced';
  }

  private async applySnapshot(
    tx: Transaction,
    order: OrderRow,
    snapshot: SessionSnapshot,
    cause: SyncCause,
  ): Promise<void> {
    const seen = describeSession(snapshot.session);
    if (seen === 'checking' && order.sessionState !== 'checking') {
      this.alert(order, 'its session is in no documented state');
    }
    const status = nextStatus(order.status, seen);
    await this.transitions.applySnapshot(tx, order, readSession(snapshot), status, cause);
  }

  /** The recovered session takes the place of the expired one. The order starts again as `pending` and rises from there. */
  private async replaceSession(
    tx: Transaction,
    order: OrderRow,
    snapshot: SessionSnapshot,
    cause: SyncCause,
  ): Promise<void> {
    const status = nextStatus('pending', describeSession(snapshot.session));
    // Keep the first expired session, because the shopper may have its link: later ones are copies of it.
    const stripeExpiredSessionId = order.stripeExpiredSessionId ?? order.stripeSessionId;
    const decided = { stripeExpiredSessionId };
    await this.transitions.applySnapshot(tx, order, readSession(snapshot), status, cause, decided);
  }

  private async holdForReview(
    tx: Transaction,
    order: OrderRow,
    session: Stripe.Checkout.Session,
    mismatch: string,
    cause: SyncCause,
  ): Promise<void> {
    const stripeSessionId = order.stripeSessionId ?? session.id;
    // The session's id is for the person who decides, not for the log.
    const reviewReason =
      stripeSessionId === session.id ? mismatch : reasonAboutSession(mismatch, session.id);
    // One alert per reason, and no second review of what a person has already decided.
    if (isReviewOpen(order) || order.reviewReason === reviewReason) return;
    this.alert(order, mismatch);
    // A paid order keeps its status; a second or different payment still opens a review.
    const status = order.status === 'paid' ? 'paid' : 'needs_review';
    const review = { stripeSessionId, reviewReason, reviewResolvedAt: null };
    await this.transitions.transition(tx, order, status, cause, review);
  }

  /** Stripe does not know the order's session: the API key has become one of another account or mode. */
  private unknownToStripe(order: OrderRow | undefined): SyncOutcome {
    if (!order) return 'not_ours';
    this.alert(order, 'Stripe does not know its session');
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
      await this.transitions.transition(tx, order, 'expired', 'sweep');
    });
  }

  private alert(order: OrderRow, reason: string): void {
    this.logger.error({ alert: true, orderNumber: order.number, reason }, 'order needs review');
  }
}

/** Whether this system created the session. Other systems may use the same metadata keys, so all three must fit. */
const isOurs = ({ metadata, client_reference_id: reference }: Stripe.Checkout.Session) =>
  isUuid(metadata?.['order_id']) &&
  metadata['order_id'] === reference &&
  /^[A-Z2-9]{4}-[A-Z2-9]{4}$/.test(metadata['order_number'] ?? '');

const isUuid = (value: string | undefined): value is string =>
  value !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
