import { Injectable, Logger } from '@nestjs/common';
import type Stripe from 'stripe';
import { Database } from '../../database/database';
import type { Transaction } from '../../database/database';
import type { OrderRow } from '../../database/schema/tables';
import { Metrics } from '../../metrics/metrics';
import { describeSession } from './session-state';
import { findMismatch } from './find-mismatch';
import { OrderTransitions } from '../order-transitions.service';
import { isReviewOpen, reasonAboutSession } from '../review/review-rules';
import { nextStatus } from '../order-status';
import { OrderRepository } from '../order.repository';
import { roleOf } from './session-role';
import { StripeSessionReader } from './stripe-session.reader';
import type { SessionSnapshot } from './stripe-session.reader';

/** Which path asked: kept with every transition for the person on call. */
export type SyncCause = `webhook ${string}` | 'page' | 'checkout' | 'sweep' | 'command';

/**
 * - `synced`: the order says what Stripe says
 * - `not_ours`: no such session, or one of another system on the same Stripe account
 * - `order_missing`: the session is ours, its order is not here (yet): try again
 */
export type SyncOutcome = 'synced' | 'not_ours' | 'order_missing';

/** Stripe does not know the session of an order. */
export class SessionUnknownError extends Error {}

const ATTEMPTS = 8;

/** Moves orders as Stripe says. Nothing else does; see ReviewService for what a person decides. */
@Injectable()
export class OrderSyncService {
  private readonly logger = new Logger('OrderSync');

  constructor(
    private readonly database: Database,
    private readonly orders: OrderRepository,
    private readonly sessions: StripeSessionReader,
    private readonly mover: OrderTransitions,
    private readonly metrics: Metrics,
  ) {}

  /**
   * Reads the session from Stripe and brings its order in line: compares what was paid with what was ordered, raises
   * the status, keeps what the receipt shows and, on becoming paid, stages the fulfilment, all in one transaction with
   * the row locked. Called any number of times, at once and in any order, it fulfils once. Stripe's guide calls it
   * fulfill_checkout (https://docs.stripe.com/checkout/fulfillment).
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
    // Somebody else applied a newer reading while this one was on its way: read again.
    const isItsSession = order.stripeSessionId === session.id;
    if (isItsSession && before?.version !== order.version) return 'outdated';

    const role = roleOf(order, session);
    if (role === 'former') return 'synced';
    const mismatch = findMismatch(order, session, role === 'successor');
    const isAccepted = isItsSession && mismatch === order.reviewReason && !isReviewOpen(order);
    if (mismatch && !isAccepted) await this.holdForReview(tx, order, session, mismatch, cause);
    else if (role === 'successor') await this.succeed(tx, order, snapshot, cause);
    else await this.follow(tx, order, snapshot, cause);
    return 'synced';
  }

  private async follow(
    tx: Transaction,
    order: OrderRow,
    snapshot: SessionSnapshot,
    cause: SyncCause,
  ): Promise<void> {
    const seen = describeSession(snapshot.session);
    if (seen === 'checking' && order.sessionState !== 'checking') {
      this.alert(order, 'its session is in no documented state');
    }
    await this.mover.keep(tx, order, snapshot, nextStatus(order.status, seen), cause);
  }

  /** A recovered session takes the place of the expired one, and the order starts over from there. */
  private async succeed(
    tx: Transaction,
    order: OrderRow,
    snapshot: SessionSnapshot,
    cause: SyncCause,
  ): Promise<void> {
    const status = nextStatus('pending', describeSession(snapshot.session));
    // The first one, whose link the shopper may have kept: later ones are copies of it.
    const stripeExpiredSessionId = order.stripeExpiredSessionId ?? order.stripeSessionId;
    await this.mover.keep(tx, order, snapshot, status, cause, { stripeExpiredSessionId });
  }

  private async holdForReview(
    tx: Transaction,
    order: OrderRow,
    session: Stripe.Checkout.Session,
    mismatch: string,
    cause: SyncCause,
  ): Promise<void> {
    const stripeSessionId = order.stripeSessionId ?? session.id;
    // For the person who decides; not for the log.
    const reviewReason =
      stripeSessionId === session.id ? mismatch : reasonAboutSession(mismatch, session.id);
    // Said once; and what a person has decided is not asked again.
    if (isReviewOpen(order) || order.reviewReason === reviewReason) return;
    this.alert(order, mismatch);
    // Paid it stays; but somebody has paid for it again, or otherwise.
    const status = order.status === 'paid' ? 'paid' : 'needs_review';
    const review = { stripeSessionId, reviewReason, reviewResolvedAt: null };
    await this.mover.move(tx, order, status, cause, review);
  }

  /** An order whose session Stripe does not know: the key is of another account or mode than it was. */
  private unknownToStripe(order: OrderRow | undefined): SyncOutcome {
    if (!order) return 'not_ours';
    this.alert(order, 'Stripe does not know its session');
    throw new SessionUnknownError();
  }

  /** Ours by its metadata, but no such order: if it is paid, somebody has paid for something we do not know of. */
  private missing(session: Stripe.Checkout.Session): 'order_missing' {
    if (session.payment_status === 'paid') {
      this.metrics.count('paid_without_order_total', {});
      const orderNumber = session.metadata?.['order_number'];
      this.logger.error({ alert: true, orderNumber }, 'paid without an order');
    }
    return 'order_missing';
  }

  /** Closes an order that never got a session, and whose time to get one has passed. */
  async abandon(orderId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const order = await this.orders.lockById(tx, orderId);
      if (!order || order.status !== 'pending' || order.stripeSessionId) return;
      await this.mover.move(tx, order, 'expired', 'sweep');
    });
  }

  private alert(order: OrderRow, reason: string): void {
    this.logger.error({ alert: true, orderNumber: order.number, reason }, 'order needs review');
  }
}

/** Whether this system has made the session: any other may use the same names for its metadata. */
const isOurs = ({ metadata, client_reference_id: reference }: Stripe.Checkout.Session) =>
  isUuid(metadata?.['order_id']) &&
  metadata['order_id'] === reference &&
  /^[A-Z2-9]{4}-[A-Z2-9]{4}$/.test(metadata['order_number'] ?? '');

const isUuid = (value: string | undefined): value is string =>
  value !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
