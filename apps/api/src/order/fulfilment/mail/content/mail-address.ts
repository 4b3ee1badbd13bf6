import type { ShippingAddress } from '../../../../database/schema/tables';
import { textWithoutLink } from '../../../../text/plain-text';
import { writtenAddress } from '../../../facts/written-address';
import type { SupportedLocale } from '../mail-locale';

/**
 * The lines of an address as its country writes it, with the country's name. A part with a link in it is left out.
 * @param locale the language of the country's name
 */
export function mailAddress(address: ShippingAddress, locale: SupportedLocale): string[] {
  const { lines, countryFirst } = writtenAddress(address, textWithoutLink);
  const place = countryName(textWithoutLink(address.country), locale);
  return countryFirst ? [...place, ...lines] : [...lines, ...place];
}

function countryName(code: string | null, locale: SupportedLocale): string[] {
  if (!code) return [];
  try {
    return [new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code];
  } catch {
    // Intl throws if the code is no region.
    return [code];
  }
}
