/**
 * The smallest charge, in minor units (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts). Of other
 * currencies Stripe converts the amount to the currency of the account's balance first.
 */
const MINIMUM: Readonly<Record<string, number>> = {
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

/** Eight digits, or twelve (same source). */
const MAXIMUM = 99_999_999;
const MAXIMUM_OF: Readonly<Record<string, number>> = { idr: 999_999_999_999 };

export interface ChargeLimits {
  /** In minor units; undefined where Stripe publishes none. */
  minimumMinor: number | undefined;
  /** In minor units. */
  maximumMinor: number;
}

/** The amounts that Stripe charges in a currency, as it publishes them. An account can have a higher minimum. */
export function chargeLimits(currency: string): ChargeLimits {
  const code = currency.toLowerCase();
  return { minimumMinor: MINIMUM[code], maximumMinor: MAXIMUM_OF[code] ?? MAXIMUM };
}
