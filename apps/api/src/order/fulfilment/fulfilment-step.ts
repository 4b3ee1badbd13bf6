import type { OrderLineRow, OrderRow } from '../../database/tables';

/** A paid order and its lines, as a step gets them. */
export interface PaidOrder {
  order: OrderRow;
  lines: OrderLineRow[];
}

/**
 * One thing that happens because an order is paid. Each step of each order is a job of its own with its own retries;
 * register it in order.module.ts.
 *
 * Runs at least once: a process that dies between the effect and its record runs it again. Give the outside world the
 * order's id as its idempotency key where it takes one.
 */
export abstract class FulfilmentStep {
  /** Stable: it is the key under which the step is recorded as done. */
  abstract readonly name: string;
  /** Throwing means trying again later. */
  abstract run(paid: PaidOrder): Promise<void>;
}
