/**
 * Reads one refund from Stripe. Fulfilment does not know how: order.module.ts provides it. A refund counts unless it
 * failed or was canceled.
 */
export abstract class RefundReader {
  /** @returns the refund with its amount in minor units of the order's currency; null when it does not count */
  abstract findRefund(stripeRefundId: string): Promise<{ amountMinor: number } | null>;
}
