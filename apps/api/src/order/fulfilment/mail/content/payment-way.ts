import type { OrderRow } from '../../../../database/schema/tables';
import type { PaymentWay } from '../messages/mail-said';

/** Payment methods that take days, or that a shopper pays somewhere else (https://docs.stripe.com/payments/payment-methods). */
const WAYS: Readonly<Record<string, PaymentWay>> = {
  card: 'card',
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

/** How an order is paid. What the shopper still has to do tells it before the payment method does. */
export function paymentWay({
  paymentAction: action,
  paymentMethod: method,
  totalMinor,
}: Pick<OrderRow, 'paymentAction' | 'paymentMethod' | 'totalMinor'>): PaymentWay {
  if (totalMinor === 0) return 'free';
  if (action) return action.type === 'bank_transfer' ? 'transfer' : action.type;
  return WAYS[method?.type ?? ''] ?? 'other';
}

/** Where a voucher ends at the end of a day: the shopper knows the time of that place. */
const ZONES: Readonly<Record<string, string>> = {
  boleto: 'America/Sao_Paulo',
  konbini: 'Asia/Tokyo',
  multibanco: 'Europe/Lisbon',
  oxxo: 'America/Mexico_City',
};

export const voucherZone = ({ paymentMethod }: Pick<OrderRow, 'paymentMethod'>): string =>
  ZONES[paymentMethod?.type ?? ''] ?? 'UTC';
