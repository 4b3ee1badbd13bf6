import type { TypedAddress } from '@shop/contract';
import type { ShippingAddress } from '../../database/schema/tables';
import { ProblemError } from '../../http/errors/problem-error';
import { plainText } from '../../text/plain-text';

/**
 * A typed address as it may be stored and shown: see `plainText`. Pure.
 * @throws ProblemError INVALID_REQUEST, where nothing readable is left of a part that is required
 */
export function readAddress(typed: TypedAddress): ShippingAddress {
  const address = {
    name: plainText(typed.name),
    line1: plainText(typed.line1),
    line2: plainText(typed.line2),
    postalCode: plainText(typed.postalCode),
    city: plainText(typed.city),
    state: plainText(typed.state),
    country: typed.country,
  };
  const unreadable = (['name', 'line1', 'city'] as const).filter((part) => address[part] === null);
  if (unreadable.length > 0)
    throw new ProblemError(
      'INVALID_REQUEST',
      unreadable.map((part) => ({ path: `address.${part}`, message: 'must be readable text' })),
    );
  return address;
}
