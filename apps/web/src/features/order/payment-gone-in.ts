import type { Confirmation, ConfirmationState } from '@shop/contract';

const GONE_IN: ReadonlySet<ConfirmationState> = new Set([
  'confirmed',
  'nothing_to_pay',
  'processing',
  'partially_refunded',
  'refunded',
  'disputed',
]);

/** Whether the cart of this order is done with: paying it once more would pay twice. */
export function paymentHasGoneIn({ state }: Pick<Confirmation, 'state'>): boolean {
  return GONE_IN.has(state);
}
