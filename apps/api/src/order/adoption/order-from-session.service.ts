import { Injectable, Logger } from '@nestjs/common';
import type Stripe from 'stripe';
import { Clock } from '../../clock/clock';
import { Config } from '../../config/config';
import { Database } from '../../database/database';
import type { Transaction } from '../../database/database';
import type { NewOrderRow, OrderRow } from '../../database/schema/tables';
import { uuidOf } from '../../database/uuid-of';
import { Deployment } from '../../deployment/deployment';
import { PictureService } from '../../picture/picture.service';
import { insertOrder } from '../insert-order';
import { InventoryService } from '../inventory/inventory.service';
import { OrderRepository } from '../order.repository';
import { adoptedOrder } from './adopted-order';
import type { AdoptedOrder } from './adopted-order';
import { SessionLinesReader } from './session-lines.reader';

/** No browser is known. The hash of a browser's cookie is 64 digits, so this is none. */
const NO_BROWSER = 'none';

/** An order that a session becomes, as far as the session does not tell it. */
export interface Becoming {
  statement: 'adopt_order' | 'rebuild_order';
  /** Of the transition to `needs_review`. */
  cause: string;
  row: Pick<NewOrderRow, 'number' | 'origin' | 'stripeIdempotencyKey'> &
    Partial<NewOrderRow> & { id: string };
  /** Called once it is written, by whichever process writes it. */
  onPlaced: (order: OrderRow) => void;
}

/** Writes the order of a session that has none in the database. */
@Injectable()
export class OrderFromSession {
  private readonly logger = new Logger('Adoption');
  private readonly placing = new Map<string, Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly orders: OrderRepository,
    private readonly lines: SessionLinesReader,
    private readonly inventory: InventoryService,
    private readonly pictures: PictureService,
    private readonly config: Config,
    private readonly deployment: Deployment,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes the order, `pending` like any other, or `needs_review`. Its session is then read as usual, which makes it paid.
   * The session's unique key lets one of any number of processes write it; callers in this one share the work. Nothing is
   * written when its id, number or session has an order.
   * @throws what Stripe and the database throw; nothing has been written then
   */
  place(session: Stripe.Checkout.Session, becoming: Becoming): Promise<void> {
    const placing =
      this.placing.get(session.id) ??
      this.write(session, becoming).finally(() => this.placing.delete(session.id));
    this.placing.set(session.id, placing);
    return placing;
  }

  private async write(session: Stripe.Checkout.Session, becoming: Becoming): Promise<void> {
    const lines = await this.lines.read(session.id);
    const adopted = adoptedOrder(session, lines, this.config.shop);
    await this.pictures.remember(adopted.pictures);
    const order = await this.database.transaction((tx) =>
      this.insert(tx, session.id, adopted, becoming),
    );
    if (!order) return;
    becoming.onPlaced(order);
    const { number: orderNumber, reviewReason: reason } = order;
    // Said once it is written.
    if (reason) this.logger.error({ alert: true, orderNumber, reason }, 'order needs a person');
  }

  private async insert(
    tx: Transaction,
    stripeSessionId: string,
    adopted: AdoptedOrder,
    { statement, cause, row }: Becoming,
  ): Promise<OrderRow | undefined> {
    const lines = adopted.lines.map(({ line }) => line);
    const order = { ...this.rowOf(stripeSessionId), ...adopted.order, ...row };
    const placed = await insertOrder(tx, statement, order, lines);
    if (!placed) return undefined;
    const counted = adopted.lines.flatMap(({ line: { stripeProductId, quantity }, stock }) =>
      stock === null ? [] : [{ stripeProductId, quantity, limit: stock }],
    );
    const enough = await this.inventory.reserveForPaid(tx, counted);
    const reviewReason = enough ? adopted.reviewReason : 'it is paid, and there is not enough left';
    if (!reviewReason) return placed.order;
    const status = 'needs_review';
    await this.orders.updateLocked(tx, row.id, { status, reviewReason });
    await this.orders.recordTransition(tx, {
      orderId: row.id,
      fromStatus: placed.order.status,
      toStatus: status,
      cause,
      at: this.clock.now(),
    });
    return { ...placed.order, status, reviewReason };
  }

  private rowOf(stripeSessionId: string) {
    return {
      status: 'pending' as const,
      deploymentId: this.deployment.id,
      stripeSessionId,
      // No request made it, and none can repeat it: the same session has the same key.
      idempotencyKey: uuidOf(stripeSessionId),
      requestHash: NO_BROWSER,
      browserHash: NO_BROWSER,
    };
  }
}
