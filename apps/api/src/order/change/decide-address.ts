import type { Problem } from '@shop/contract';
import type { ShopFile } from '@shop/shop-file';
import type { OrderRow, ShippingAddress } from '../../database/schema/tables';

/** What the shop's checkout says of addresses. */
export type AddressRules = Pick<ShopFile['checkout'], 'shipping' | 'tax'>;

type Fault = NonNullable<Problem['errors']>[number];

/**
 * What is wrong with a corrected address, beside its shape: the same that the payment page would have refused. Pure.
 * @param before the address that the order has
 * @returns `missing`: parts that an address of that country has; `region`: a country or state that cannot be chosen
 */
export function faultsOfAddress(
  before: ShippingAddress,
  wanted: ShippingAddress,
  taxMinor: number,
  { shipping, tax }: AddressRules,
): { missing: Fault[]; region: Fault[] } {
  const isSameCountry = wanted.country === before.country;
  const missing = (['postalCode', 'state'] as const)
    .filter((part) => isSameCountry && before[part] && !wanted[part])
    .map((part) => ({ path: `address.${part}`, message: 'is needed in that country' }));
  const countries: readonly (string | null)[] = shipping?.countries ?? [before.country];
  const isTaxed = tax !== 'off' || taxMinor !== 0;
  const region: Fault[] = [];
  if (!isSameCountry && !countries.includes(wanted.country))
    region.push({ path: 'address.country', message: 'is no country that the shop sends to' });
  else if (isTaxed && !isSameCountry)
    region.push({ path: 'address.country', message: 'must stay: tax was worked out for it' });
  else if (isTaxed && wanted.state && wanted.state !== before.state)
    region.push({ path: 'address.state', message: 'must stay: tax was worked out for it' });
  return { missing, region };
}

/** What changes with a corrected address; undefined when it is the one that the order has. Pure. */
export function correctedAddress(
  { shippingAddress: before, addressVersion }: OrderRow,
  wanted: ShippingAddress,
  now: Date,
): Pick<OrderRow, 'shippingAddress' | 'addressVersion' | 'addressCorrectedAt'> | undefined {
  const parts = Object.keys(wanted) as (keyof ShippingAddress)[];
  if (before && parts.every((part) => before[part] === wanted[part])) return undefined;
  return {
    shippingAddress: wanted,
    addressVersion: addressVersion + 1,
    addressCorrectedAt: now,
  };
}
