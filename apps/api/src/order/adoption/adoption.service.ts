import { randomUUID } from 'node:crypto';
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
import { Metrics } from '../../metrics/metrics';
import { insertOrder } from '../insert-order';
import { InventoryService } from '../inventory/inventory.service';
import { createOrderNumber } from '../order-number';
import { OrderRepository } from '../order.repository';
import { adoptedOrder } from './adopted-order';
import type { AdoptedOrder } from './adopted-order';
import { SessionLinesReader } from './session-lines.reader';

/** No browser started the checkout. The hash of a browser's cookie is 64 digits, so this is none. */
const NO_BROWSER = 'none';

/** Makes orders of paid sessions that no checkout here created, such as those of a Payment Link. */
@Injectable()
export class AdoptionService {
  private readonly logger = new Logger('Adoption');
  private readonly adopting = new Map<string, Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly orders: OrderRepository,
    private readonly lines: SessionLinesReader,
    private readonly inventory: InventoryService,
    private readonly pictures: PictureService,
    private readonly metrics: Metrics,
    private readonly config: Config,
    private readonly deployment: Deployment,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes the order of a paid session, `pending` like any other, or `needs_review`. Its session is then read as usual,
   * which makes it paid. The session's unique key lets one of any number of processes write it; callers in this one share
   * the work.
   * @throws what Stripe and the database throw; nothing has been written then
   */
  adopt(session: Stripe.Checkout.Session): Promise<void> {
    const adopting =
      this.adopting.get(session.id) ??
      this.place(session).finally(() => this.adopting.delete(session.id));
    this.adopting.set(session.id, adopting);
    return adopting;
  }

  private async place(session: Stripe.Checkout.Session): Promise<void> {
    const lines = await this.lines.read(session.id);
    const adopted = adoptedOrder(session, lines, this.config.shop);
    await this.pictures.remember(adopted.pictures);
    const order = await this.database.transaction((tx) => this.write(tx, session.id, adopted));
    if (!order) return;
    this.metrics.count('paid_outside_checkout_total', { outcome: 'adopted' });
    const { number: orderNumber, reviewReason: reason } = order;
    this.logger.log({ orderNumber }, 'order adopted');
    // Said once it is written.
    if (reason) this.logger.error({ alert: true, orderNumber, reason }, 'order needs a person');
  }

  /** @returns undefined when the session has an order, or the number is taken */
  private async write(
    tx: Transaction,
    stripeSessionId: string,
    adopted: AdoptedOrder,
  ): Promise<OrderRow | undefined> {
    const lines = adopted.lines.map(({ line }) => line);
    const placed = await insertOrder(
      tx,
      'adopt_order',
      this.rowOf(stripeSessionId, adopted),
      lines,
    );
    if (!placed) return undefined;
    const { order } = placed;
    const counted = adopted.lines.flatMap(({ line: { stripeProductId, quantity }, stock }) =>
      stock === null ? [] : [{ stripeProductId, quantity, limit: stock }],
    );
    const enough = await this.inventory.reserveForPaid(tx, counted);
    const reviewReason = enough ? adopted.reviewReason : 'it is paid, and there is not enough left';
    if (!reviewReason) return order;
    const status = 'needs_review';
    await this.orders.updateLocked(tx, order.id, { status, reviewReason });
    await this.orders.recordTransition(tx, {
      orderId: order.id,
      fromStatus: order.status,
      toStatus: status,
      cause: 'adoption',
      at: this.clock.now(),
    });
    return { ...order, status, reviewReason };
  }

  private rowOf(stripeSessionId: string, { order }: AdoptedOrder): NewOrderRow & { id: string } {
    const id = randomUUID();
    return {
      ...order,
      id,
      number: createOrderNumber(),
      status: 'pending',
      origin: 'adopted',
      deploymentId: this.deployment.id,
      stripeSessionId,
      // No request made it, and none can repeat it: the same session has the same key.
      idempotencyKey: uuidOf(stripeSessionId),
      requestHash: NO_BROWSER,
      browserHash: NO_BROWSER,
      stripeIdempotencyKey: `adopted-${id}`,
    };
  }
}
