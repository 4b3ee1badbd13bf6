import type { OrderLineRow, OrderRefund, OrderRow } from '../../database/schema/tables';

/** An order and its lines, as a step gets them. */
export interface OrderWithLines {
  order: OrderRow;
  lines: OrderLineRow[];
}

/** What has to happen to an order for a step to run. */
export type FulfilmentTrigger =
  /** Paid, and the goods are due. */
  | 'order_confirmed'
  | 'payment_failed'
  /** A refund has reached this status; the trigger's id is the refund's. */
  | `refund_${OrderRefund['status']}`;

/**
 * One thing to do when something happens to an order. Each step of each order is a job with its own retries. Register
 * new steps in order.module.ts.
 *
 * A step runs at least once: a process that dies between the step's effect and its record runs it again. Send the `id`
 * that the step is called with as the idempotency key of whatever it calls, where that takes one.
 */
export abstract class FulfilmentStep {
  /** Stable: the step is recorded under it. */
  abstract readonly name: string;
  abstract readonly on: FulfilmentTrigger;
  /** Whether the configuration enables it. */
  readonly enabled: boolean = true;
  /**
   * Throws to be tried again later.
   * @param id the same for every try of this step of this order
   * @param triggerId tells repeated triggers of one order apart: the id of the refund; else ''
   */
  abstract run(subject: OrderWithLines, id: string, triggerId: string): Promise<void>;
}
