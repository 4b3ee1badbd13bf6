import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import type { Transaction } from '../database/database';
import type { OrderRow, OrderStatus } from '../database/schema/tables';
import { FulfilmentService } from './fulfilment/fulfilment.service';
import { InventoryService } from './inventory/inventory.service';
import type { OrderDecision } from './order-decision';
import { hasEndedUnpaid } from './order-status';
import { OrderRepository } from './order.repository';

/** Writes what has been decided about a locked order, and what follows from it: its history, stock, fulfilment. */
@Injectable()
export class OrderTransitionsService {
  constructor(
    private readonly orders: OrderRepository,
    private readonly fulfilment: FulfilmentService,
    private readonly inventory: InventoryService,
    private readonly clock: Clock,
  ) {}

  /** Sets the status and the changes and stages the triggers' steps. Writes nothing if nothing is new. */
  async apply(
    tx: Transaction,
    order: OrderRow,
    { status, changes, triggers }: OrderDecision,
    cause: string,
  ): Promise<void> {
    if (differs(order, { ...changes, status })) {
      const version = order.version + 1;
      await this.orders.updateLocked(tx, order.id, { ...changes, status, version });
      if (status !== order.status) await this.onTransition(tx, order, status, cause);
    }
    for (const { trigger, id } of triggers) {
      await this.fulfilment.stage(tx, order.id, trigger, id);
    }
  }

  /** Records a decision that left the order's status as it was. */
  async recordDecision(tx: Transaction, order: OrderRow, cause: string): Promise<void> {
    await this.record(tx, order, order.status, cause);
  }

  private async onTransition(
    tx: Transaction,
    order: OrderRow,
    status: OrderStatus,
    cause: string,
  ): Promise<void> {
    await this.record(tx, order, status, cause);
    const [hadStock, needsStock] = [!hasEndedUnpaid(order.status), !hasEndedUnpaid(status)];
    if (hadStock && !needsStock) await this.inventory.release(tx, order.id);
    if (!hadStock && needsStock) await this.inventory.reserveAgain(tx, order.id);
  }

  private record(tx: Transaction, order: OrderRow, toStatus: OrderStatus, cause: string) {
    return this.orders.recordTransition(tx, {
      orderId: order.id,
      fromStatus: order.status,
      toStatus,
      cause,
      at: this.clock.now(),
    });
  }
}

function differs(order: OrderRow, changes: Partial<OrderRow>): boolean {
  return Object.entries(changes).some(
    ([key, value]) => !isDeepStrictEqual(order[key as keyof OrderRow], value),
  );
}
