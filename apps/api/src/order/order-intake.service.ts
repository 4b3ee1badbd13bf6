import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import type { OrderLineRow, OrderRow } from '../database/tables';
import { createOrderNumber } from './order-number';
import { OrderRepository } from './order.repository';
import type { NewOrderLine } from './order.repository';

/** A cart that is about to be paid for, priced by the server. */
export interface NewOrder {
  idempotencyKey: string;
  requestHash: string;
  browserHash: string;
  currency: string;
  lines: NewOrderLine[];
}

/** Takes orders in, for checkout: written before Stripe is called, so that nothing paid can be unknown. */
@Injectable()
export class OrderIntakeService {
  constructor(
    private readonly orders: OrderRepository,
    private readonly config: Config,
  ) {}

  findByIdempotencyKey(key: string): Promise<OrderRow | undefined> {
    return this.orders.findByIdempotencyKey(key);
  }

  linesOf(order: OrderRow): Promise<OrderLineRow[]> {
    return this.orders.linesOf(order.id);
  }

  /**
   * Writes the order, `pending`, with its lines frozen; or finds the one that a concurrent request with the same key
   * has written meanwhile.
   */
  async take({ lines, ...order }: NewOrder): Promise<OrderRow> {
    const subtotalMinor = lines.reduce(
      (sum, line) => sum + line.unitAmountMinor * line.quantity,
      0,
    );
    for (;;) {
      const id = randomUUID();
      const inserted = await this.orders.insert(
        {
          id,
          number: createOrderNumber(),
          status: 'pending',
          stripeIdempotencyKey: `checkout-${id}`,
          livemode: this.config.stripe.livemode,
          subtotalMinor,
          totalMinor: subtotalMinor,
          ...order,
        },
        lines,
      );
      const found = inserted ?? (await this.orders.findByIdempotencyKey(order.idempotencyKey));
      // Neither written nor found: the order number was taken. Draw another.
      if (found) return found;
    }
  }

  /** Remembers which session the order is paid through. */
  async attachSession(order: OrderRow, session: { id: string; url: string | null }): Promise<void> {
    await this.orders.update(order.id, { stripeSessionId: session.id, sessionUrl: session.url });
  }
}
