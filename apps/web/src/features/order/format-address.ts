import type { FullConfirmation } from '@shop/contract';

type Address = NonNullable<FullConfirmation['shippingAddress']>;

/** Where the city comes before the postal code. */
const CITY_FIRST = new Set(['US', 'CA', 'GB', 'IE', 'AU', 'NZ', 'IN', 'SG', 'HK']);

/** The lines of an address in its country's usual order; what is not known leaves no gap. */
export function formatAddress(address: Address, locale: string): string[] {
  const { name, line1, line2, postalCode, city, state, country } = address;
  const town = CITY_FIRST.has(country ?? '')
    ? join(', ', city, join(' ', state, postalCode))
    : join(', ', join(' ', postalCode, city), state);
  return [name, line1, line2, town, countryName(country, locale)].filter(
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
    // Intl throws for what is no region code.
    return code;
  }
}
