import type { Confirmation, ConfirmationState } from '@shop/contract';

const GONE_IN: ReadonlySet<ConfirmationState> = new Set([
  'confirmed',
  'nothing_to_pay',
  'processing',
  'partially_refunded',
  'refunded',
  'disputed',
]);

/** Whether the payment of this order has gone in. Its cart is then emptied, so that it is not paid twice. */
export function paymentHasGoneIn({ state }: Pick<Confirmation, 'state'>): boolean {
  return GONE_IN.has(state);
}
