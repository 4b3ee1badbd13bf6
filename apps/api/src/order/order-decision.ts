import type { OrderRow, OrderStatus } from '../database/schema/tables';
import type { NewOrderLine } from './insert-order';
import type { FulfilmentTrigger } from './fulfilment/fulfilment-step';

/** What is to be written about an order, and what follows from it. Made by pure functions; OrderTransitionsService writes it. */
export interface OrderDecision {
  status: OrderStatus;
  /** The columns that change, or that a reading repeats. */
  changes: Partial<OrderRow>;
  /** The order's lines, where they may have become others. */
  lines?: NewOrderLine[] | undefined;
  /** What has become true: each stages its steps in the transaction that writes the decision. */
  triggers: { trigger: FulfilmentTrigger; id: string }[];
  /** What a person has to know, once the decision is written. */
  alerts: OrderAlert[];
}

export interface OrderAlert {
  /** In plain words. No personal data, no ids of Stripe's but those a person needs. */
  reason: string;
  /** Until when Stripe takes an answer, ISO 8601. */
  dueBy?: string | null;
}
