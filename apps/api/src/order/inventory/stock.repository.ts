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

/** Queries on how much of each product is reserved; no decisions. */
@Injectable()
export class StockRepository {
  constructor(private readonly database: Database) {}

  async reservedOf(stripeProductIds: string[]): Promise<Map<string, number>> {
    if (stripeProductIds.length === 0) return new Map();
    const rows = await this.database.queries
      .select()
      .from(stock)
      .where(inArray(stock.stripeProductId, stripeProductIds));
    return new Map(rows.map(({ stripeProductId, reserved }) => [stripeProductId, reserved]));
  }

  /** @returns whether there was enough; one statement decides, so the last one is sold once */
  async reserve(
    tx: Transaction,
    { stripeProductId, quantity, limit }: Reservation,
  ): Promise<boolean> {
    await tx.insert(stock).values({ stripeProductId }).onConflictDoNothing();
    const rows = await tx
      .update(stock)
      .set({ reserved: sql`${stock.reserved} + ${quantity}` })
      .where(
        and(
          eq(stock.stripeProductId, stripeProductId),
          lte(sql`${stock.reserved} + ${quantity}`, limit),
        ),
      )
      .returning({ reserved: stock.reserved });
    return rows.length > 0;
  }

  /** Adds the quantities of an order's lines to what is reserved, or takes them away from it. */
  async add(tx: Transaction, orderId: string, sign: 1 | -1): Promise<void> {
    const lines = await tx
      .select()
      .from(orderLines)
      .where(and(eq(orderLines.orderId, orderId), eq(orderLines.holdsStock, true)));
    lines.sort(byProduct);
    for (const { stripeProductId, quantity } of lines) {
      await tx
        .update(stock)
        .set({ reserved: sql`greatest(0, ${stock.reserved} + ${sign * quantity})` })
        .where(eq(stock.stripeProductId, stripeProductId));
    }
  }
}

/**
 * The order in which every transaction locks products, so that two orders never wait for each other. JavaScript sorts,
 * not the database: its collation may sort differently.
 */
export const byProduct = (a: { stripeProductId: string }, b: { stripeProductId: string }) =>
  a.stripeProductId < b.stripeProductId ? -1 : 1;
