import type { FullConfirmation } from '@shop/contract';
import { countryName } from '../../locale/country-name';
import { shownLine } from './shown-name';

type Address = NonNullable<FullConfirmation['shippingAddress']>;

/**
 * The lines of an address, with its country where that stands in it.
 *
 * @param locale language of the country's name
 */
export function formatAddress({ lines, country, countryFirst }: Address, locale: string): string[] {
  const place = country ? [countryName(country, locale)] : [];
  return (countryFirst ? [...place, ...lines] : [...lines, ...place]).map((line) =>
    shownLine(line),
  );
}
