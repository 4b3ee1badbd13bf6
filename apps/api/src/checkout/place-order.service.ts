import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { Database } from '../database/database';
import type { Transaction } from '../database/database';
import type { OrderLineRow, OrderRow } from '../database/schema/tables';
import { ProblemError } from '../http/errors/problem-error';
import { BROWSER_TOKEN_MS } from '../order/confirmation/browser-cookie';
import { createOrderNumber } from './order-number';
import { OrderRepository } from '../order/order.repository';
import type { NewOrderLine } from '../order/order.repository';
import { byProduct, StockRepository } from '../order/inventory/stock.repository';
import { VerificationRepository } from '../order/confirmation/verification.repository';

/** A cart that is about to be paid for, priced by the server. */
export interface NewOrder {
  idempotencyKey: string;
  requestHash: string;
  browserHash: string;
  locale: string | null;
  currency: string;
  /** `stock`: how many of the product there are, or null where nobody counts. */
  lines: (Omit<NewOrderLine, 'holdsStock'> & { stock: number | null })[];
}

/** Takes orders in, for checkout: written before Stripe is called, so that nothing paid can be unknown. */
@Injectable()
export class PlaceOrderService {
  constructor(
    private readonly database: Database,
    private readonly orders: OrderRepository,
    private readonly stock: StockRepository,
    private readonly grants: VerificationRepository,
    private readonly config: Config,
  ) {}

  findByIdempotencyKey(key: string): Promise<OrderRow | undefined> {
    return this.orders.findByIdempotencyKey(key);
  }

  linesOf(order: OrderRow): Promise<OrderLineRow[]> {
    return this.orders.linesOf(order.id);
  }

  /**
   * Writes the order, `pending`, with its lines frozen and its stock reserved; or finds the one that a concurrent
   * request with the same key has written meanwhile.
   * @throws ProblemError OUT_OF_STOCK
   */
  async take({ lines, ...order }: NewOrder): Promise<OrderRow> {
    const subtotalMinor = lines.reduce(
      (sum, line) => sum + line.unitAmountMinor * line.quantity,
      0,
    );
    for (;;) {
      const id = randomUUID();
      const row = {
        id,
        number: createOrderNumber(),
        status: 'pending' as const,
        stripeIdempotencyKey: `checkout-${id}`,
        livemode: this.config.stripe.livemode,
        mode: lines.some(({ recurring }) => recurring)
          ? ('subscription' as const)
          : ('payment' as const),
        subtotalMinor,
        totalMinor: subtotalMinor,
        ...order,
      };
      const inserted = await this.database.transaction(async (tx) => {
        const written = await this.orders.insert(
          tx,
          row,
          lines.map(({ stock, ...line }) => ({ ...line, holdsStock: stock !== null })),
        );
        if (written) await this.reserve(tx, lines);
        return written;
      });
      const found = inserted ?? (await this.orders.findByIdempotencyKey(order.idempotencyKey));
      // Neither written nor found: the order number was taken. Draw another.
      if (found) return found;
    }
  }

  private async reserve(tx: Transaction, lines: NewOrder['lines']): Promise<void> {
    const counted = lines.flatMap(({ stock, stripeProductId, quantity }, index) =>
      stock === null ? [] : [{ stripeProductId, quantity, limit: stock, index }],
    );
    counted.sort(byProduct);
    for (const { index, ...reservation } of counted) {
      if (await this.stock.reserve(tx, reservation)) continue;
      throw new ProblemError('OUT_OF_STOCK', [
        { path: `items.${index}.quantity`, message: 'is more than there is left' },
      ]);
    }
  }

  /** Shows the order in full to another token of the browser that made it, for as long as the token lives. */
  async letIn(order: OrderRow, browserHash: string): Promise<void> {
    await this.grants.grant(order.id, browserHash, BROWSER_TOKEN_MS);
  }

  /** The orders of a browser that can still be paid. */
  findPayable(browserHash: string): Promise<OrderRow[]> {
    return this.orders.findPayable(browserHash);
  }

  /** How many of each product are reserved or taken. */
  heldOf(stripeProductIds: string[]): Promise<Map<string, number>> {
    return this.stock.heldOf(stripeProductIds);
  }

  /**
   * Gives the order another key to create its session under.
   * @returns the key in force: of two that change it at once, both get the same
   */
  async changeStripeKey(order: OrderRow): Promise<string> {
    const { id, stripeIdempotencyKey } = order;
    return this.orders.changeStripeKey(id, stripeIdempotencyKey, `checkout-${id}-${randomUUID()}`);
  }

  /** Remembers which session the order is paid through. */
  async attachSession(order: OrderRow, session: { id: string; url: string | null }): Promise<void> {
    await this.orders.attachSession(order.id, session);
  }
}
