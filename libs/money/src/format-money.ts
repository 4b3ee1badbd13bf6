import { currencyExponent } from './currency';

/**
 * The exact decimal of an amount in minor units: (1099, 'usd') → "10.99", (-5, 'kwd') → "-0.005".
 * Digits are moved, never divided, so no amount is rounded.
 */
export function toDecimal(amountMinor: number, currency: string): string {
  if (!Number.isSafeInteger(amountMinor)) {
    throw new RangeError('An amount is a safe integer of minor units.');
  }
  const exponent = currencyExponent(currency);
  const sign = amountMinor < 0 ? '-' : '';
  const digits = String(Math.abs(amountMinor)).padStart(exponent + 1, '0');
  return exponent === 0
    ? sign + digits
    : `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/**
 * An amount in minor units as people read it: (1099, 'usd', 'en') → "$10.99", (1099, 'jpy', 'ja') → "￥1,099".
 *
 * The exponent comes from Stripe's table, the symbols from Intl. Where Intl shows fewer digits than Stripe charges
 * (HUF, ISK, IDR, …) a fraction that is really there is still shown in full. A minus is the sign for it (U+2212), which
 * no line break separates from its amount as it does a hyphen.
 */
export function formatMoney(amountMinor: number, currency: string, locale: string): string {
  const decimal = toDecimal(amountMinor, currency);
  const fraction = decimal.split('.')[1] ?? '';
  const digits = /[1-9]/.test(fraction)
    ? fraction.length
    : Math.min(fraction.length, usualDigits(currency));
  const format = formatter(locale, currency, digits);
  const exact = decimal as Intl.StringNumericLiteral;
  if (amountMinor >= 0) return format.format(exact);
  return format
    .formatToParts(exact)
    .map(({ type, value }) => (type === 'minusSign' ? '−' : value))
    .join('');
}

function usualDigits(currency: string): number {
  return formatter('en', currency).resolvedOptions().maximumFractionDigits ?? 2;
}

const formatters = new Map<string, Intl.NumberFormat>();

// Making a formatter is slow beside using one; the combinations a process meets are few.
function formatter(locale: string, currency: string, digits?: number): Intl.NumberFormat {
  const key = `${locale} ${currency} ${digits}`;
  let found = formatters.get(key);
  if (!found) {
    const fractionDigits =
      digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits };
    found = new Intl.NumberFormat(locale, { style: 'currency', currency, ...fractionDigits });
    formatters.set(key, found);
  }
  return found;
}
