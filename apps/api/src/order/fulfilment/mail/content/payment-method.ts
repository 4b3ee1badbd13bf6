import type { MessageDescriptor } from '@lingui/core';
import type { PaymentMethod } from '../../../../database/schema/tables';
import type { Translate } from '../mail-messages';
import { endingIn, paymentMethodLabels as methods } from '../messages/labels';

/** Names that differ from the capitalised code. */
const BRANDS: Readonly<Record<string, string>> = {
  amex: 'American Express',
  diners: 'Diners Club',
  eftpos_au: 'eftpos',
  jcb: 'JCB',
  unionpay: 'UnionPay',
};

const TYPES: Readonly<Record<string, string | MessageDescriptor>> = {
  acss_debit: methods.bankAccount,
  au_becs_debit: methods.bankAccount,
  bacs_debit: methods.bankAccount,
  card: methods.card,
  customer_balance: methods.bankTransfer,
  eps: 'EPS',
  ideal: 'iDEAL',
  konbini: methods.konbini,
  nz_bank_account: methods.bankAccount,
  oxxo: 'OXXO',
  p24: 'Przelewy24',
  paypal: 'PayPal',
  sepa_debit: methods.bankAccount,
  us_bank_account: methods.bankAccount,
};

/** "Visa ending in 4242", "Bank account ending in 6789", "iDEAL": the payment method in the shopper's words. */
export function paymentMethodName(
  { type, brand, last4 }: PaymentMethod,
  translate: Translate,
): string {
  const known = (brand ? BRANDS[brand] : TYPES[type]) ?? toTitle(brand ?? type);
  const name = typeof known === 'string' ? known : translate(known);
  return last4 ? translate(endingIn(name, last4)) : name;
}

const toTitle = (code: string) =>
  code
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
