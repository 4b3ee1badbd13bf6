import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { Database } from '../database/database';
import type { Transaction } from '../database/database';
import type { NewOrderRow, OrderLineRow, OrderRow } from '../database/schema/tables';
import { Deployment } from '../deployment/deployment';
import { ProblemError } from '../http/errors/problem-error';
import { InventoryService } from '../order/inventory/inventory.service';
import { CheckoutRepository } from './checkout.repository';
import { insertOrder } from '../order/insert-order';
import type { NewOrderLine } from '../order/insert-order';
import { createOrderNumber } from '../order/order-number';

/** A cart that is about to be paid, with the server's prices. */
export interface NewOrder {
  idempotencyKey: string;
  requestHash: string;
  browserHash: string;
  /** Of Stripe's page; null lets Stripe choose. */
  locale: string | null;
  /** Of our own pages and e-mails. */
  language: string | null;
  currency: string;
  mode: 'payment' | 'subscription';
  /** What Stripe's page offers beside the cart. */
  offer: OrderRow['offer'];
  /** `stock`: how many of the product there are, or null if its stock is not counted. */
  lines: (Omit<NewOrderLine, 'holdsStock'> & { stock: number | null })[];
}

export interface PlacedOrder {
  order: OrderRow;
  /** Of an order that was written just now. */
  lines?: OrderLineRow[];
}

/** Places orders. An order is written before Stripe is called, so that every payment has its order. */
@Injectable()
export class PlaceOrderService {
  constructor(
    private readonly database: Database,
    private readonly orders: CheckoutRepository,
    private readonly inventory: InventoryService,
    private readonly config: Config,
    private readonly deployment: Deployment,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes the order, `pending`, with its lines and its stock reserved. If a concurrent request with the same key has
   * written it first, returns that order.
   * @throws ProblemError OUT_OF_STOCK
   */
  async place(order: NewOrder): Promise<PlacedOrder> {
    for (;;) {
      const written = await this.write(order);
      if (written) return written;
      const found = await this.orders.findByIdempotencyKey(order.idempotencyKey);
      // Neither written nor found: the order number was taken. Try another number.
      if (found) return { order: found };
    }
  }

  /** @returns undefined when the idempotency key or the order number is taken */
  private write(order: NewOrder): Promise<PlacedOrder | undefined> {
    const row = this.rowOf(order);
    const lines = order.lines.map(({ stock, ...line }) => ({
      ...line,
      holdsStock: stock !== null,
    }));
    // One statement needs no transaction around it.
    if (lines.every(({ holdsStock }) => !holdsStock))
      return insertOrder(this.database.queries, 'place_order', row, lines);
    return this.database.transaction(async (tx) => {
      const written = await insertOrder(tx, 'place_order', row, lines);
      if (written) await this.reserve(tx, order.lines);
      return written;
    });
  }

  private rowOf({ lines, ...order }: NewOrder): NewOrderRow & { id: string } {
    const id = randomUUID();
    const subtotalMinor = lines.reduce(
      (sum, line) => sum + line.unitAmountMinor * line.quantity,
      0,
    );
    return {
      id,
      number: createOrderNumber(),
      status: 'pending',
      stripeIdempotencyKey: `checkout-${id}`,
      livemode: this.config.stripe.livemode,
      deploymentId: this.deployment.id,
      subtotalMinor,
      totalMinor: subtotalMinor,
      createdAt: this.clock.now(),
      ...order,
    };
  }

  private async reserve(tx: Transaction, lines: NewOrder['lines']): Promise<void> {
    const counted = lines.flatMap(({ stock, stripeProductId, quantity }, index) =>
      stock === null ? [] : [{ stripeProductId, quantity, limit: stock, index }],
    );
    const missing = await this.inventory.reserve(tx, counted);
    if (!missing) return;
    throw new ProblemError('OUT_OF_STOCK', [
      { path: `items.${missing.index}.quantity`, message: 'is more than there is left' },
    ]);
  }
}
