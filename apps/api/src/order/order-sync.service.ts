import { isDeepStrictEqual } from 'node:util';
import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../database/database';
import type { Transaction } from '../database/database';
import type { NewOrderRow, OrderRow } from '../database/tables';
import { FulfilmentService } from './fulfilment/fulfilment.service';
import { findMismatch } from './find-mismatch';
import { nextStatus } from './order-status';
import { OrderRepository } from './order.repository';
import { readSession } from './read-session';
import { SessionReader } from './session-reader';
import type { SessionSnapshot } from './session-reader';

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
      if (!snapshot) return 'not_ours';
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
    if (!order) return orderId === undefined ? 'not_ours' : 'order_missing';
    // Somebody else applied a newer reading while this one was on its way: read again.
    if (before && before.version !== order.version) return 'outdated';

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
      ...(becamePaid && { paidAt: new Date() }),
      ...disputeOf(order, snapshot),
    };
    if (seen.sessionState === 'checking') {
      this.alert(order, 'its session is in no documented state');
    }
    if (!differs(order, changes)) return;

    await this.orders.updateLocked(tx, order.id, { ...changes, version: order.version + 1 });
    if (status !== order.status) {
      await this.orders.recordTransition(tx, order.id, order.status, status, cause);
    }
    if (becamePaid) await this.fulfilment.stage(tx, order.id);
  }

  private async holdForReview(
    tx: Transaction,
    order: OrderRow,
    reason: string,
    cause: SyncCause,
  ): Promise<void> {
    if (order.status === 'needs_review' || order.status === 'paid') return;
    await this.orders.updateLocked(tx, order.id, {
      status: 'needs_review',
      reviewReason: reason,
      version: order.version + 1,
    });
    await this.orders.recordTransition(tx, order.id, order.status, 'needs_review', cause);
    this.alert(order, reason);
  }

  private alert(order: OrderRow, reason: string): void {
    this.logger.error({ alert: true, orderNumber: order.number, reason }, 'order needs review');
  }
}

function disputeOf(order: OrderRow, { session }: SessionSnapshot): Partial<NewOrderRow> {
  const intent = typeof session.payment_intent === 'object' ? session.payment_intent : null;
  const charge = typeof intent?.latest_charge === 'object' ? intent.latest_charge : null;
  return charge?.disputed && !order.disputedAt ? { disputedAt: new Date() } : {};
}

function differs(order: OrderRow, changes: Partial<NewOrderRow>): boolean {
  return Object.entries(changes).some(
    ([key, value]) => !isDeepStrictEqual(order[key as keyof OrderRow], value),
  );
}

const isUuid = (value: string | undefined): value is string =>
  value !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
