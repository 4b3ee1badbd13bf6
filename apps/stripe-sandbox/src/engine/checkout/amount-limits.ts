import { formatMoney } from '@shop/money';
import { invalidRequest } from '../stripe-error';

/** The smallest charge, in minor units (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts). */
const MINIMUM_CHARGE: Readonly<Record<string, number>> = {
  aed: 200,
  aud: 50,
  bgn: 100,
  brl: 50,
  cad: 50,
  chf: 50,
  czk: 1500,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  huf: 17500,
  inr: 50,
  jpy: 50,
  mxn: 1000,
  myr: 200,
  nok: 300,
  nzd: 50,
  pln: 200,
  ron: 200,
  sek: 300,
  sgd: 50,
  thb: 1000,
  usd: 50,
};

/** A charge has at most eight digits. */
const MAXIMUM_CHARGE = 99_999_999;

/** Throws unless the total is 0 or an amount that Stripe charges. */
export function checkTotal(amountMinor: number, currency: string): void {
  const minimum = MINIMUM_CHARGE[currency] ?? 1;
  if (amountMinor > 0 && amountMinor < minimum) {
    throw invalidRequest(
      `The Checkout Session's total amount due must add up to at least ${formatMoney(minimum, currency, 'en')} ${currency}`,
      { code: 'amount_too_small' },
    );
  }
  if (amountMinor > MAXIMUM_CHARGE) {
    throw invalidRequest(
      `The Checkout Session's total amount due must be no more than ${formatMoney(MAXIMUM_CHARGE, currency, 'en')}`,
      { code: 'amount_too_large' },
    );
  }
}
