import { Injectable } from '@nestjs/common';
import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import { Database, type Transaction } from '../../database/database';
import { stock } from '../../database/schema/stock-tables';
import { orderLines, type OrderLineRow } from '../../database/schema/tables';
import type { CountedLine } from './shortage';

/** So many of a product, out of so many that there are. */
export interface Reservation {
  stripeProductId: string;
  quantity: number;
  /** All that was ever put on sale: the product's `metadata.stock`. */
  limit: number;
}

/** So many of a product, by its name. */
export type WantedLine = Pick<OrderLineRow, 'stripeProductId' | 'name' | 'quantity'>;

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

  /**
   * These lines, beside the stock of their products. It stays locked, in the order of the products and with that of the
   * other lines, until the transaction ends.
   */
  async lockAndCount(
    tx: Transaction,
    lines: WantedLine[],
    others: WantedLine[],
  ): Promise<CountedLine[]> {
    const products = [...lines, ...others].sort(byProduct);
    for (const id of new Set(products.map(({ stripeProductId }) => stripeProductId))) {
      const isIt = eq(stock.stripeProductId, id);
      await tx.select({ reserved: stock.reserved }).from(stock).where(isIt).for('update');
    }
    return this.count(tx, lines, false);
  }

  /**
   * The counted lines of an order, beside the stock of their products.
   * @param lock whether the stock is locked until the transaction ends
   */
  async countedLinesOf(
    queries: Transaction,
    orderId: string,
    lock: boolean,
  ): Promise<CountedLine[]> {
    return this.count(queries, await this.linesOf(queries, orderId), lock);
  }

  private async count(
    queries: Transaction,
    lines: WantedLine[],
    lock: boolean,
  ): Promise<CountedLine[]> {
    const counted: CountedLine[] = [];
    for (const { stripeProductId, name, quantity } of lines) {
      const query = queries.select().from(stock).where(eq(stock.stripeProductId, stripeProductId));
      const [row] = await (lock ? query.for('update') : query);
      counted.push({ name, quantity, reserved: row?.reserved ?? 0, limit: row?.limit ?? null });
    }
    return counted;
  }

  async limitsOf(stripeProductIds: string[]): Promise<Map<string, number | null>> {
    const rows = await this.database.queries
      .select()
      .from(stock)
      .where(inArray(stock.stripeProductId, stripeProductIds));
    return new Map(rows.map(({ stripeProductId, limit }) => [stripeProductId, limit]));
  }

  async setLimit(stripeProductId: string, limit: number | null): Promise<void> {
    await this.database.queries
      .insert(stock)
      .values({ stripeProductId, limit })
      .onConflictDoUpdate({ target: stock.stripeProductId, set: { limit } });
  }

  /** Adds the quantities of an order's lines to what is reserved, or takes them away from it. */
  async add(tx: Transaction, orderId: string, sign: 1 | -1): Promise<void> {
    const lines = await this.linesOf(tx, orderId);
    await this.shift(
      tx,
      lines.map((line) => ({ ...line, quantity: sign * line.quantity })),
    );
  }

  /** Adds the quantities to what is reserved; negative ones are given back. */
  async shift(tx: Transaction, lines: Omit<WantedLine, 'name'>[]): Promise<void> {
    for (const { stripeProductId, quantity } of [...lines].sort(byProduct)) {
      await tx
        .update(stock)
        .set({ reserved: sql`greatest(0, ${stock.reserved} + ${quantity})` })
        .where(eq(stock.stripeProductId, stripeProductId));
    }
  }

  private async linesOf(queries: Transaction, orderId: string): Promise<OrderLineRow[]> {
    const lines = await queries
      .select()
      .from(orderLines)
      .where(and(eq(orderLines.orderId, orderId), eq(orderLines.holdsStock, true)));
    return lines.sort(byProduct);
  }
}

/**
 * The order in which every transaction locks products, so that two orders never wait for each other. JavaScript sorts,
 * not the database: its collation may sort differently.
 */
export const byProduct = (a: { stripeProductId: string }, b: { stripeProductId: string }) =>
  a.stripeProductId < b.stripeProductId ? -1 : 1;
