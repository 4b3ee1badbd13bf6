import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { FullConfirmation } from '@shop/contract';

/** Names that differ from the capitalised code. */
const BRANDS: Readonly<Record<string, string>> = {
  amex: 'American Express',
  cartes_bancaires: 'Cartes Bancaires',
  diners: 'Diners Club',
  eftpos_au: 'eftpos',
  jcb: 'JCB',
  unionpay: 'UnionPay',
};

const BANK_ACCOUNT = msg`Bank account`;

const TYPES: Readonly<Record<string, string | MessageDescriptor>> = {
  acss_debit: BANK_ACCOUNT,
  au_becs_debit: BANK_ACCOUNT,
  bacs_debit: BANK_ACCOUNT,
  card: msg`Card`,
  customer_balance: msg`Bank transfer`,
  eps: 'EPS',
  ideal: 'iDEAL',
  konbini: msg`Convenience store (konbini)`,
  oxxo: 'OXXO',
  nz_bank_account: BANK_ACCOUNT,
  p24: 'Przelewy24',
  paypal: 'PayPal',
  sepa_debit: BANK_ACCOUNT,
  us_bank_account: BANK_ACCOUNT,
};

/** "Visa ending in 4242", "Bank account ending in 6789", "iDEAL": the payment method in the shopper's words. */
export function PaymentMethod({ type, brand, last4 }: PaymentMethodProps) {
  const { t } = useLingui();
  const known = brand ? BRANDS[brand] : TYPES[type];
  const name = typeof known === 'object' ? t(known) : (known ?? toTitle(brand ?? type));
  return <>{last4 ? t`${name} ending in ${last4}` : name}</>;
}

type PaymentMethodProps = NonNullable<FullConfirmation['paymentMethod']>;

function toTitle(code: string): string {
  return code
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
