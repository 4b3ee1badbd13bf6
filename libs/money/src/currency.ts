/** Currencies Stripe charges without a minor unit (https://docs.stripe.com/currencies#zero-decimal). */
const ZERO_DECIMAL = 'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' ');

/** Currencies with three digits, the last of which Stripe wants to be 0 (https://docs.stripe.com/currencies#three-decimal). */
const THREE_DECIMAL = 'bhd jod kwd omr tnd'.split(' ');

/**
 * The rest of the presentment currencies. ISK and UGX stand here on purpose: they have no minor unit any more, but
 * Stripe still takes them times 100; HUF and TWD are zero-decimal for payouts only. A plain text: the shop's pages need
 * exponents alone, and a build leaves it out of them.
 */
const TWO_DECIMAL =
  'aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bmd bnd bob brl bsd bwp byn bzd cad cdf chf cny cop crc ' +
  'cve czk dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gtq gyd hkd hnl htg huf idr ils inr isk jmd kes kgs khr ' +
  'kyd kzt lak lbp lkr lrd lsl mad mdl mkd mmk mnt mop mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd pab pen pgk ' +
  'php pkr pln qar ron rsd rub sar sbd scr sek sgd shp sle sos srd std szl thb tjs top try ttd twd tzs uah ugx usd ' +
  'uyu uzs wst xcd xcg yer zar zmw';

/** Every currency Stripe can present, lower case as in its API. */
export const currencies = (): string[] =>
  [...ZERO_DECIMAL, ...TWO_DECIMAL.split(' '), ...THREE_DECIMAL].sort();

/** Whether Stripe knows the three-letter code; either case. */
export function isCurrency(code: string): boolean {
  return currencies().includes(code.toLowerCase());
}

/**
 * How many decimal digits Stripe's integer amount carries: 1099 usd is 10.99 (2), 1099 jpy is 1099 (0).
 * A currency that is not in a list counts as two-decimal, as Stripe treats new ones.
 */
export function currencyExponent(code: string): number {
  const currency = code.toLowerCase();
  if (ZERO_DECIMAL.includes(currency)) return 0;
  return THREE_DECIMAL.includes(currency) ? 3 : 2;
}
