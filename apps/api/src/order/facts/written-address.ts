import { linesInOrder, scriptOf } from '@shop/shop-file';
import type { ShippingAddress } from '../../database/schema/tables';
import { plainText } from '../../text/plain-text';

/** An address as it is written in its country, still without the country's name. */
export interface WrittenAddress {
  /** Without unknown parts. */
  lines: string[];
  /** Whether the country stands above them: so begins an address that ends with its smallest part, the name. */
  countryFirst: boolean;
}

/**
 * Orders the parts of an address as its country does.
 * @param plain makes a part one harmless line; null leaves it out
 */
export function writtenAddress(
  address: ShippingAddress,
  plain: (part: string | null) => string | null = plainText,
): WrittenAddress {
  const part = (name: keyof ShippingAddress) => plain(address[name]) ?? '';
  const [name, city, country] = [part('name'), part('city'), part('country')];
  const [line1, line2] = [part('line1'), part('line2')];
  const parts = {
    name,
    street: [line1, line2],
    city,
    country,
    state: part('state'),
    postalCode: part('postalCode'),
  };
  const isLocal = scriptOf(parts) === 'local';
  const named = {
    ...parts,
    // As letters are addressed in Japan.
    name: name && country === 'JP' && isLocal ? `${name} 様` : name,
  };
  // Some countries have no place for the city, because the line of the street has it. Stripe asks for it everywhere.
  const usual = linesInOrder(named);
  const hasCity = usual.some((line) => line.toLowerCase().includes(city.toLowerCase()));
  const withCity = isLocal ? [city + line1, line2] : [line1, line2, city];
  const lines = hasCity ? usual : linesInOrder({ ...named, street: withCity });
  return {
    lines: lines.filter((line) => line !== ''),
    countryFirst: name !== '' && isLocal && !lines[0]?.startsWith(name),
  };
}
