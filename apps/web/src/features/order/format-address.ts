import type { FullConfirmation } from '@shop/contract';
import { shownName } from './shown-name';

type Address = NonNullable<FullConfirmation['shippingAddress']>;

/** Countries that write the city before the postal code. */
const CITY_FIRST = new Set(['US', 'CA', 'GB', 'IE', 'AU', 'NZ', 'IN', 'SG', 'HK']);

/** The lines of an address in the usual order of its country, without unknown parts. */
export function formatAddress(address: Address, locale: string): string[] {
  const { name, line1, line2, postalCode, city, state, country } = address;
  const town = CITY_FIRST.has(country ?? '')
    ? join(', ', city, join(' ', state, postalCode))
    : join(', ', join(' ', postalCode, city), state);
  return [name && shownName(name), line1, line2, town, countryName(country, locale)].filter(
    (line) => !!line,
  ) as string[];
}

function join(separator: string, ...parts: (string | null)[]): string {
  return parts.filter(Boolean).join(separator);
}

function countryName(code: string | null, locale: string): string | null {
  if (!code) return null;
  try {
    return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
  } catch {
    // Intl throws if the code is no region.
    return code;
  }
}
