import type { FullConfirmation } from '@shop/contract';
import { messages } from './messages';

type PaymentMethod = NonNullable<FullConfirmation['paymentMethod']>;

/** Names that are not just the word capitalised. */
const BRANDS: Readonly<Record<string, string>> = {
  amex: 'American Express',
  cartes_bancaires: 'Cartes Bancaires',
  diners: 'Diners Club',
  eftpos_au: 'eftpos',
  jcb: 'JCB',
  unionpay: 'UnionPay',
};

const TYPES: Readonly<Record<string, string>> = {
  acss_debit: messages.bankAccount,
  au_becs_debit: messages.bankAccount,
  bacs_debit: messages.bankAccount,
  card: messages.card,
  eps: 'EPS',
  ideal: 'iDEAL',
  oxxo: 'OXXO',
  p24: 'Przelewy24',
  paypal: 'PayPal',
  sepa_debit: messages.bankAccount,
  us_bank_account: messages.bankAccount,
};

/** "Visa ending in 4242", "Bank account ending in 6789", "Konbini": as the shopper knows what they paid with. */
export function describePaymentMethod({ type, brand, last4 }: PaymentMethod): string {
  const name = brand ? (BRANDS[brand] ?? toTitle(brand)) : (TYPES[type] ?? toTitle(type));
  return last4 ? messages.endingIn(name, last4) : name;
}

function toTitle(code: string): string {
  return code
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
