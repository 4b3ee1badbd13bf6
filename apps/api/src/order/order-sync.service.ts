import { isDeepStrictEqual } from 'node:util';
import { Injectable, Logger } from '@nestjs/common';
import type Stripe from 'stripe';
import { Database } from '../database/database';
import type { Transaction } from '../database/database';
import type { NewOrderRow, OrderRow, OrderStatus } from '../database/tables';
import { FulfilmentService } from './fulfilment/fulfilment.service';
import { findMismatch } from './find-mismatch';
import { hasEndedUnpaid, nextStatus } from './order-status';
import { OrderRepository } from './order.repository';
import { readSession } from './read-session';
import { SessionReader } from './session-reader';
import type { SessionSnapshot } from './session-reader';
import { StockRepository } from './stock.repository';

/** Which path asked: kept with every transition for the person on call. */
export type SyncCause = `webhook ${string}` | 'page' | 'checkout' | 'sweep' | 'command';

/**
 * - `synced`: the order says what Stripe says
 * - `not_ours`: no such session, or one of another system on the same Stripe account
 * - `order_missing`: the session is ours, its order is not here (yet): try again
 */
export type SyncOutcome = 'synced' | 'not_ours' | 'order_missing';

const ATTEMPTS = 8;

/** Moves orders. Nothing else does. */
@Injectable()
export class OrderSyncService {
  private readonly logger = new Logger('OrderSync');

  constructor(
    private readonly database: Database,
    private readonly orders: OrderRepository,
    private readonly sessions: SessionReader,
    private readonly fulfilment: FulfilmentService,
    private readonly stock: StockRepository,
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

    const mismatch = findMismatch(order, session);
    if (mismatch) await this.holdForReview(tx, order, mismatch, cause);
    else await this.move(tx, order, snapshot, cause);
    return 'synced';
  }

  private async move(
    tx: Transaction,
    order: OrderRow,
    snapshot: SessionSnapshot,
    cause: SyncCause,
  ): Promise<void> {
    const seen = readSession(snapshot);
    const status = nextStatus(order.status, seen.sessionState ?? 'checking');
    const becamePaid = status === 'paid' && order.status !== 'paid';
    const changes: Partial<NewOrderRow> = {
      ...seen,
      status,
      disputedAt: snapshot.disputed ? (order.disputedAt ?? new Date()) : null,
      ...(becamePaid && { paidAt: new Date(), paidLater: order.status === 'processing' }),
    };
    if (seen.sessionState === 'checking' && order.sessionState !== 'checking') {
      this.alert(order, 'its session is in no documented state');
    }
    if (!differs(order, changes)) return;

    await this.orders.updateLocked(tx, order.id, { ...changes, version: order.version + 1 });
    if (status !== order.status) await this.follow(tx, order, status, cause);
    const refundedMinor = seen.refundedMinor ?? 0;
    if (refundedMinor > order.refundedMinor) {
      await this.fulfilment.stage(tx, order.id, 'refunded', `:${refundedMinor}`);
    }
  }

  /** What a new status brings with it. */
  private async follow(
    tx: Transaction,
    order: OrderRow,
    status: OrderStatus,
    cause: SyncCause,
  ): Promise<void> {
    await this.orders.recordTransition(tx, order.id, order.status, status, cause);
    const hadEnded = hasEndedUnpaid(order.status);
    if (hasEndedUnpaid(status) && !hadEnded) await this.stock.release(tx, order.id);
    if (status === 'paid' && hadEnded) await this.stock.retake(tx, order.id);
    if (status === 'payment_failed') await this.fulfilment.stage(tx, order.id, 'payment_failed');
    if (status === 'paid') await this.fulfilment.stage(tx, order.id, 'paid');
  }

  private async holdForReview(
    tx: Transaction,
    order: OrderRow,
    reason: string,
    cause: SyncCause,
  ): Promise<void> {
    if (order.reviewReason !== null) return;
    this.alert(order, reason);
    if (order.status === 'paid') {
      // Paid it stays; but somebody has paid for it again, or otherwise.
      await this.orders.updateLocked(tx, order.id, { reviewReason: reason });
      return;
    }
    await this.orders.updateLocked(tx, order.id, {
      status: 'needs_review',
      reviewReason: reason,
      version: order.version + 1,
    });
    await this.orders.recordTransition(tx, order.id, order.status, 'needs_review', cause);
  }

  /** An order whose session Stripe does not know: the key is of another account or mode than it was. */
  private unknownToStripe(order: OrderRow | undefined): SyncOutcome {
    if (!order) return 'not_ours';
    this.alert(order, 'Stripe does not know its session');
    throw new Error('Stripe does not know the session of an order.');
  }

  /** Ours by its metadata, but no such order: if it is paid, somebody has paid for something we do not know of. */
  private missing(session: Stripe.Checkout.Session): 'order_missing' {
    if (session.payment_status === 'paid') {
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
      const version = order.version + 1;
      await this.orders.updateLocked(tx, order.id, { status: 'expired', version });
      await this.follow(tx, order, 'expired', 'sweep');
    });
  }

  private alert(order: OrderRow, reason: string): void {
    this.logger.error({ alert: true, orderNumber: order.number, reason }, 'order needs review');
  }
}

function differs(order: OrderRow, changes: Partial<NewOrderRow>): boolean {
  return Object.entries(changes).some(
    ([key, value]) => !isDeepStrictEqual(order[key as keyof OrderRow], value),
  );
}

/** Whether this system has made the session: any other may use the same names for its metadata. */
const isOurs = ({ metadata, client_reference_id: reference }: Stripe.Checkout.Session) =>
  isUuid(metadata?.['order_id']) &&
  metadata['order_id'] === reference &&
  /^[A-Z2-9]{4}-[A-Z2-9]{4}$/.test(metadata['order_number'] ?? '');

const isUuid = (value: string | undefined): value is string =>
  value !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
