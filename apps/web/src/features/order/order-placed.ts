import type { Confirmation, ConfirmationState } from '@shop/contract';

// A state that is newer than this page is not among them: its cart is kept.
const PLACED: ReadonlySet<ConfirmationState> = new Set([
  'confirmed',
  'nothing_to_pay',
  'processing',
  'awaiting_voucher',
  'awaiting_bank_transfer',
  'awaiting_microdeposits',
  'payment_review',
  'under_review',
  'refund_pending',
  'refund_requires_action',
  'refund_failed',
  'partially_refunded',
  'refunded',
  'disputed',
  'dispute_lost',
]);

/**
 * Whether the order has been placed: it is paid, or the shopper has got what to pay it with, such as a voucher. Its cart
 * is then emptied, so that it is not paid twice.
 */
export function isPlaced({ state }: Pick<Confirmation, 'state'>): boolean {
  return PLACED.has(state);
}
