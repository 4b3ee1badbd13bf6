import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/database';
import { byProduct, StockRepository } from './stock.repository';
import type { Reservation } from './stock.repository';

/** Reserves stock for orders. What is paid stays reserved: there is one count of what is no longer for sale. */
@Injectable()
export class InventoryService {
  constructor(private readonly stock: StockRepository) {}

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

  /** Gives back what an order has reserved. */
  release(tx: Transaction, orderId: string): Promise<void> {
    return this.stock.add(tx, orderId, -1);
  }

  /** Reserves again what was released, for an order that is paid after all: even if that is more than there is. */
  reserveAgain(tx: Transaction, orderId: string): Promise<void> {
    return this.stock.add(tx, orderId, 1);
  }
}
