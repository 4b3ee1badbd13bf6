import { invalidRequest } from '../stripe-error';
import type { PaymentMethodRecord } from './payment-method-record';

/**
 * Stripe's test accounts whose debits end soon (https://docs.stripe.com/testing, and the Stripe CLI's fixtures); others
 * wait for the control API.
 */
const TEST_IBANS: Readonly<Record<string, 'succeeded' | 'failed'>> = {
  AT611904300234573201: 'succeeded',
  AT861904300235473202: 'failed',
  IT60X0542811101000000123456: 'failed',
};

/** Gives a SEPA debit its account. Throws for what is no IBAN. */
export function useIban(record: PaymentMethodRecord, typed: string): void {
  const iban = typed.replaceAll(' ', '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) {
    throw invalidRequest(`The IBAN you provided is invalid.`, {
      code: 'invalid_bank_account_iban',
      param: 'sepa_debit[iban]',
    });
  }
  const { sepa_debit: debit } = record.object;
  if (debit) Object.assign(debit, { country: iban.slice(0, 2), last4: iban.slice(-4) });
  const settles = TEST_IBANS[iban];
  if (settles) record.behaviour = { ...record.behaviour, settles };
}
