import type { NewOrderRow } from '../database/schema/tables';

/** What a reading of its Checkout Session says about an order, in the order's own terms. */
export interface OrderReading {
  /** The columns that repeat what Stripe says. */
  values: Partial<NewOrderRow>;
  /** Whether a dispute is open or lost. A dispute that was won, or was only an inquiry, does not count. */
  isDisputed: boolean;
  /** The refunds that count, oldest first. A refund that failed or was canceled does not count. */
  stripeRefundIds: string[];
}
