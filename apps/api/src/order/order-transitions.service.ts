import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/database';
import type { NewOrderRow, OrderRow, OrderStatus } from '../database/schema/tables';
import { FulfilmentService } from './fulfilment/fulfilment.service';
import { InventoryService } from './inventory/inventory.service';
import type { OrderReading } from './order-reading';
import { hasEndedUnpaid } from './order-status';
import { OrderRepository } from './order.repository';

/** Writes what has been decided about a locked order, and what follows from it: its history, stock, fulfilment. */
@Injectable()
export class OrderTransitionsService {
  constructor(
    private readonly orders: OrderRepository,
    private readonly fulfilment: FulfilmentService,
    private readonly inventory: InventoryService,
  ) {}

  /** Sets the status, stores what the session says and stages the refunds' steps. Writes nothing if nothing is new. */
  async applySnapshot(
    tx: Transaction,
    order: OrderRow,
    reading: OrderReading,
    status: OrderStatus,
    cause: string,
    decided: Partial<NewOrderRow> = {},
  ): Promise<void> {
    const becamePaid = status === 'paid' && order.status !== 'paid';
    const changes: Partial<NewOrderRow> = {
      ...reading.values,
      disputedAt: reading.isDisputed ? (order.disputedAt ?? new Date()) : null,
      ...(becamePaid && { paidAt: new Date(), paidLater: order.status === 'processing' }),
      ...decided,
    };
    await this.transition(tx, order, status, cause, changes);
    for (const id of reading.stripeRefundIds) {
      await this.fulfilment.stage(tx, order.id, 'refunded', id);
    }
  }

  /** Sets the status and the changes. Writes nothing if nothing is new. */
  async transition(
    tx: Transaction,
    order: OrderRow,
    status: OrderStatus,
    cause: string,
    changes: Partial<NewOrderRow> = {},
  ): Promise<void> {
    if (!differs(order, { ...changes, status })) return;
    const version = order.version + 1;
    await this.orders.updateLocked(tx, order.id, { ...changes, status, version });
    if (status !== order.status) await this.onTransition(tx, order, status, cause);
  }

  /** Records a decision that left the order's status as it was. */
  async recordDecision(tx: Transaction, order: OrderRow, cause: string): Promise<void> {
    await this.orders.recordTransition(tx, order.id, order.status, order.status, cause);
  }

  private async onTransition(
    tx: Transaction,
    order: OrderRow,
    status: OrderStatus,
    cause: string,
  ): Promise<void> {
    await this.orders.recordTransition(tx, order.id, order.status, status, cause);
    const [hadStock, needsStock] = [!hasEndedUnpaid(order.status), !hasEndedUnpaid(status)];
    if (hadStock && !needsStock) await this.inventory.release(tx, order.id);
    if (!hadStock && needsStock) await this.inventory.reserveAgain(tx, order.id);
    if (status === 'payment_failed') await this.fulfilment.stage(tx, order.id, 'payment_failed');
    if (status === 'paid') await this.fulfilment.stage(tx, order.id, 'paid');
  }
}

function differs(order: OrderRow, changes: Partial<NewOrderRow>): boolean {
  return Object.entries(changes).some(
    ([key, value]) => !isDeepStrictEqual(order[key as keyof OrderRow], value),
  );
}
