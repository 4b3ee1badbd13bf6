import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import type { Transaction } from '../database/database';
import type { OrderLineRow, OrderRow, OrderStatus } from '../database/schema/tables';
import { FulfilmentService } from './fulfilment/fulfilment.service';
import { InventoryService } from './inventory/inventory.service';
import { moreOf } from './inventory/more-of';
import type { NewOrderLine } from './insert-order';
import type { OrderDecision } from './order-decision';
import { holdsStock } from './order-status';
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

  /**
   * Sets the status and the changes and stages the triggers' steps. Writes nothing if nothing is new.
   * @param before the order's lines, where the decision has lines
   */
  async apply(
    tx: Transaction,
    order: OrderRow,
    { status, changes, triggers, lines }: OrderDecision,
    cause: string,
    before: OrderLineRow[] = [],
  ): Promise<void> {
    const after: OrderRow = { ...order, ...changes, status };
    const areOthers = lines !== undefined && !isSame(before, lines);
    if (areOthers || differs(order, { ...changes, status })) {
      const version = order.version + 1;
      await this.orders.updateLocked(tx, order.id, { ...changes, status, version });
      if (status !== order.status) await this.record(tx, order, status, cause);
      if (areOthers) await this.replaceLines(tx, order, after, before, lines);
      else await this.moveStock(tx, order, after);
    }
    await this.fulfilment.stage(tx, after, triggers);
  }

  /** Records a decision that left the order's status as it was. */
  async recordDecision(tx: Transaction, order: OrderRow, cause: string): Promise<void> {
    await this.record(tx, order, order.status, cause);
  }

  /** What was bought takes its stock in place of what was ordered. */
  private async replaceLines(
    tx: Transaction,
    order: OrderRow,
    after: OrderRow,
    before: OrderLineRow[],
    lines: NewOrderLine[],
  ): Promise<void> {
    const [had, needed] = [holdsStock(order) ? before : [], holdsStock(after) ? lines : []];
    await this.inventory.take(tx, moreOf(had, needed));
    await this.orders.replaceLines(tx, order.id, lines);
  }

  private async moveStock(tx: Transaction, order: OrderRow, after: OrderRow): Promise<void> {
    const [hadStock, needsStock] = [holdsStock(order), holdsStock(after)];
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

/** Whether the same is bought in the same quantities: what lines say about it does not change. */
const isSame = (before: NewOrderLine[], after: NewOrderLine[]) =>
  isDeepStrictEqual(before.map(bought), after.map(bought));
const bought = ({ stripePriceId, quantity }: NewOrderLine) => [stripePriceId, quantity];

function differs(order: OrderRow, changes: Partial<OrderRow>): boolean {
  return Object.entries(changes).some(
    ([key, value]) => !isDeepStrictEqual(order[key as keyof OrderRow], value),
  );
}
