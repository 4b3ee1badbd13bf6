import { currencyExponent } from './currency';

/**
 * What somebody has typed as an amount, such as `12.50` or `12`. Pure.
 * @returns in the smallest unit; undefined when it is no amount of this currency above 0
 */
export function parseMoney(text: string, currency: string): number | undefined {
  const digits = currencyExponent(currency);
  const [, whole = '', , part = ''] = /^(\d{1,12})([.,](\d+))?$/.exec(text.trim()) ?? [];
  if (!whole || part.length > digits) return undefined;
  const amountMinor = Number(`${whole}${part.padEnd(digits, '0')}`);
  return amountMinor > 0 && Number.isSafeInteger(amountMinor) ? amountMinor : undefined;
}
