import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/database';
import type { NewOrderRow, OrderRow, OrderStatus } from '../database/schema/tables';
import { FulfilmentService } from './fulfilment/fulfilment.service';
import { hasEndedUnpaid } from './order-status';
import { OrderRepository } from './order.repository';
import { readSession } from './sync/session-to-order';
import type { SessionSnapshot } from './sync/stripe-session.reader';
import { StockRepository } from './inventory/stock.repository';

/** Writes what has been decided about a locked order, and what comes with it: the record, stock, fulfilment. */
@Injectable()
export class OrderTransitions {
  constructor(
    private readonly orders: OrderRepository,
    private readonly fulfilment: FulfilmentService,
    private readonly stock: StockRepository,
  ) {}

  /** Brings the order to the status and keeps what its session says. Writes nothing when nothing is new. */
  async keep(
    tx: Transaction,
    order: OrderRow,
    snapshot: SessionSnapshot,
    status: OrderStatus,
    cause: string,
    decided: Partial<NewOrderRow> = {},
  ): Promise<void> {
    const becamePaid = status === 'paid' && order.status !== 'paid';
    const changes: Partial<NewOrderRow> = {
      ...readSession(snapshot),
      disputedAt: snapshot.disputed ? (order.disputedAt ?? new Date()) : null,
      ...(becamePaid && { paidAt: new Date(), paidLater: order.status === 'processing' }),
      ...decided,
    };
    await this.move(tx, order, status, cause, changes);
    for (const { id } of snapshot.refunds) {
      await this.fulfilment.stage(tx, order.id, 'refunded', id);
    }
  }

  /** Brings the order to the status, with the changes. */
  async move(
    tx: Transaction,
    order: OrderRow,
    status: OrderStatus,
    cause: string,
    changes: Partial<NewOrderRow> = {},
  ): Promise<void> {
    if (!differs(order, { ...changes, status })) return;
    const version = order.version + 1;
    await this.orders.updateLocked(tx, order.id, { ...changes, status, version });
    if (status !== order.status) await this.follow(tx, order, status, cause);
  }

  /** What a new status brings with it. */
  private async follow(
    tx: Transaction,
    order: OrderRow,
    status: OrderStatus,
    cause: string,
  ): Promise<void> {
    await this.orders.recordTransition(tx, order.id, order.status, status, cause);
    const [held, holds] = [!hasEndedUnpaid(order.status), !hasEndedUnpaid(status)];
    if (held && !holds) await this.stock.release(tx, order.id);
    if (!held && holds) await this.stock.retake(tx, order.id);
    if (status === 'payment_failed') await this.fulfilment.stage(tx, order.id, 'payment_failed');
    if (status === 'paid') await this.fulfilment.stage(tx, order.id, 'paid');
  }
}

function differs(order: OrderRow, changes: Partial<NewOrderRow>): boolean {
  return Object.entries(changes).some(
    ([key, value]) => !isDeepStrictEqual(order[key as keyof OrderRow], value),
  );
}
