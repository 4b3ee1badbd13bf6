import { Injectable } from '@nestjs/common';
import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import { Database } from '../../database/database';
import type { Transaction } from '../../database/database';
import { orderLines, stock } from '../../database/schema/tables';

/** So many of a product, out of so many that there are. */
export interface Reservation {
  stripeProductId: string;
  quantity: number;
  /** All that was ever put on sale: the product's `metadata.stock`. */
  limit: number;
}

/** Counts what is held of each product: reserved by open checkouts, or taken by paid ones. */
@Injectable()
export class StockRepository {
  constructor(private readonly database: Database) {}

  async heldOf(stripeProductIds: string[]): Promise<Map<string, number>> {
    if (stripeProductIds.length === 0) return new Map();
    const rows = await this.database.queries
      .select()
      .from(stock)
      .where(inArray(stock.stripeProductId, stripeProductIds));
    return new Map(rows.map(({ stripeProductId, held }) => [stripeProductId, held]));
  }

  /** @returns whether there was enough; one statement decides, so the last one is sold once */
  async reserve(
    tx: Transaction,
    { stripeProductId, quantity, limit }: Reservation,
  ): Promise<boolean> {
    await tx.insert(stock).values({ stripeProductId }).onConflictDoNothing();
    const rows = await tx
      .update(stock)
      .set({ held: sql`${stock.held} + ${quantity}` })
      .where(
        and(
          eq(stock.stripeProductId, stripeProductId),
          lte(sql`${stock.held} + ${quantity}`, limit),
        ),
      )
      .returning({ held: stock.held });
    return rows.length > 0;
  }

  /** Gives back what an order holds. */
  release(tx: Transaction, orderId: string): Promise<void> {
    return this.move(tx, orderId, -1);
  }

  /** Takes back what was given back, for an order that is paid after all: even if that is more than there is. */
  retake(tx: Transaction, orderId: string): Promise<void> {
    return this.move(tx, orderId, 1);
  }

  private async move(tx: Transaction, orderId: string, sign: 1 | -1): Promise<void> {
    const lines = await tx
      .select()
      .from(orderLines)
      .where(and(eq(orderLines.orderId, orderId), eq(orderLines.holdsStock, true)));
    lines.sort(byProduct);
    for (const { stripeProductId, quantity } of lines) {
      await tx
        .update(stock)
        .set({ held: sql`greatest(0, ${stock.held} + ${sign * quantity})` })
        .where(eq(stock.stripeProductId, stripeProductId));
    }
  }
}

/**
 * The one order in which products are locked, so that two orders never wait for each other. Not the database's: its
 * collation may sort otherwise.
 */
export const byProduct = (a: { stripeProductId: string }, b: { stripeProductId: string }) =>
  a.stripeProductId < b.stripeProductId ? -1 : 1;
