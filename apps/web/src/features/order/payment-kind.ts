import type { Confirmation } from '@shop/contract';

/**
 * Ways to pay that differ in what is true of them. `unknown`: nobody has paid yet, or the view hides how.
 * https://docs.stripe.com/api/payment_methods/object#payment_method_object-type
 */
export type PaymentKind = 'debit' | 'voucher' | 'transfer' | 'other' | 'unknown';

const KINDS: Readonly<Record<string, PaymentKind>> = {
  acss_debit: 'debit',
  au_becs_debit: 'debit',
  bacs_debit: 'debit',
  nz_bank_account: 'debit',
  sepa_debit: 'debit',
  us_bank_account: 'debit',
  boleto: 'voucher',
  konbini: 'voucher',
  multibanco: 'voucher',
  oxxo: 'voucher',
  customer_balance: 'transfer',
};

export function paymentKind(order: Confirmation): PaymentKind {
  const type = order.view === 'full' ? order.paymentMethod?.type : undefined;
  return type === undefined ? 'unknown' : (KINDS[type] ?? 'other');
}
