import { createHash } from 'node:crypto';
import type Stripe from 'stripe';

/** What is to be given back of an order. */
export interface RefundWish {
  /** Undefined: all that is left. */
  amountMinor: number | undefined;
  /** The same key is the same refund, however often and however late it is asked for. */
  key: string;
}

/** What a refund at Stripe says of the call that asked for it: Stripe itself forgets its idempotency keys after a day. */
export const askedBy = (orderId: string, { key, amountMinor }: RefundWish) => ({
  refund_key: createHash('sha256').update(`${orderId} ${key}`).digest('hex'),
  refund_asked: amountMinor === undefined ? 'all' : String(amountMinor),
});

/**
 * Of the payment's refunds the one that this call has asked for already. Pure.
 * @returns `other`: the same key has asked for another amount
 */
export function refundAskedBy<Refund extends Pick<Stripe.Refund, 'metadata'>>(
  refunds: readonly Refund[],
  asked: ReturnType<typeof askedBy>,
): Refund | 'other' | undefined {
  const known = refunds.find(({ metadata }) => metadata?.['refund_key'] === asked.refund_key);
  if (!known) return undefined;
  return known.metadata?.['refund_asked'] === asked.refund_asked ? known : 'other';
}
