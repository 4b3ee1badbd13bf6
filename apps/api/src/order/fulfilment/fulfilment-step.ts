import type { OrderLineRow, OrderRow } from '../../database/schema/tables';

/** An order and its lines, as a step gets them. */
export interface OrderWithLines {
  order: OrderRow;
  lines: OrderLineRow[];
}

/** What has to happen to an order for a step to run. */
export type OrderMoment = 'paid' | 'payment_failed' | 'refunded';

/**
 * One thing that happens because something happened to an order. Each step of each order is a job of its own with its
 * own retries; register it in order.module.ts.
 *
 * Runs at least once: a process that dies between the effect and its record runs it again. Give the outside world the
 * id it is called with as its idempotency key, where it takes one.
 */
export abstract class FulfilmentStep {
  /** Stable: it is the key under which the step is recorded as done. */
  abstract readonly name: string;
  abstract readonly on: OrderMoment;
  /** Whether the configuration asks for it. */
  readonly enabled: boolean = true;
  /**
   * Throwing means trying again later.
   * @param id the same for every try of this step of this order
   * @param occasion what tells the times apart where the moment comes more than once: the id of a refund; else ''
   */
  abstract run(subject: OrderWithLines, id: string, occasion: string): Promise<void>;
}
