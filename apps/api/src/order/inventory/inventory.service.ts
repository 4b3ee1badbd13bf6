import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database';
import type { Transaction } from '../../database/database';
import type { OrderLineRow } from '../../database/schema/tables';
import { shortagesOf } from './shortage';
import type { Shortage } from './shortage';
import { byProduct, StockRepository } from './stock.repository';
import type { Reservation, WantedLine } from './stock.repository';

/** The most that can be counted: the column's largest integer. */
const MOST = 2 ** 31 - 1;

/** Reserves stock for orders. What is paid stays reserved: there is one count of what is no longer for sale. */
@Injectable()
export class InventoryService {
  constructor(
    private readonly database: Database,
    private readonly stock: StockRepository,
  ) {}

  /** Keeps how many of each product there are, so that an order can be compared with it in its transaction. */
  async recordLimits(limits: ReadonlyMap<string, number | null>): Promise<void> {
    const known = await this.stock.limitsOf([...limits.keys()]);
    for (const [stripeProductId, limit] of limits) {
      if ((known.get(stripeProductId) ?? null) !== limit)
        await this.stock.setLimit(stripeProductId, limit);
    }
  }

  /** How many of each product are reserved; products without a reservation are missing. */
  reservedOf(stripeProductIds: string[]): Promise<Map<string, number>> {
    return this.stock.reservedOf(stripeProductIds);
  }

  /**
   * Reserves for a new order, as part of the transaction that writes it.
   * @returns the first product of which there is not enough: roll the transaction back then
   */
  async reserve<Wanted extends Reservation>(
    tx: Transaction,
    reservations: Wanted[],
  ): Promise<Wanted | undefined> {
    for (const reservation of [...reservations].sort(byProduct)) {
      if (!(await this.stock.reserve(tx, reservation))) return reservation;
    }
    return undefined;
  }

  /**
   * Reserves for an order that is already paid, even more than there is.
   * @returns whether there was enough of everything
   */
  async reserveForPaid(tx: Transaction, reservations: Reservation[]): Promise<boolean> {
    let enough = true;
    for (const reservation of [...reservations].sort(byProduct)) {
      if (await this.stock.reserve(tx, reservation)) continue;
      enough = false;
      await this.stock.reserve(tx, { ...reservation, limit: MOST });
    }
    return enough;
  }

  /** Gives back what an order has reserved. */
  release(tx: Transaction, orderId: string): Promise<void> {
    return this.stock.add(tx, orderId, -1);
  }

  /**
   * Of what there is not enough for an order that has released its stock. Locks the stock until the transaction ends, so
   * that the answer still holds when the order reserves it again.
   */
  async shortagesOf(tx: Transaction, orderId: string): Promise<Shortage[]> {
    return shortagesOf(await this.stock.countedLinesOf(tx, orderId, true));
  }

  /**
   * Of what there is not enough, if so many more were taken than an order has reserved. Locks the stock like `shortagesOf`,
   * with it that of all lines that may move afterwards: a transaction that locked some first and others later could meet
   * one that has them in their order.
   */
  async shortagesAmong(
    tx: Transaction,
    more: WantedLine[],
    lines: (WantedLine & Pick<OrderLineRow, 'holdsStock'>)[],
  ): Promise<Shortage[]> {
    if (more.length === 0) return [];
    const others = lines.filter(({ holdsStock }) => holdsStock);
    return shortagesOf(await this.stock.lockAndCount(tx, more, others));
  }

  /** Takes so many more than an order has reserved, even more than there is; what is negative is given back. */
  take(tx: Transaction, more: WantedLine[]): Promise<void> {
    return this.stock.shift(tx, more);
  }

  /** Whether an order that has released its stock could reserve it again at this moment. */
  async isThereEnoughFor(orderId: string): Promise<boolean> {
    const lines = await this.stock.countedLinesOf(this.database.queries, orderId, false);
    return shortagesOf(lines).length === 0;
  }

  /**
   * Reserves again what was released, for an order that is paid after all: even if that is more than there is. Whoever
   * decides asks `shortagesOf` first.
   */
  reserveAgain(tx: Transaction, orderId: string): Promise<void> {
    return this.stock.add(tx, orderId, 1);
  }
}
