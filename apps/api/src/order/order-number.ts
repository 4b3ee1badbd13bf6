import { randomInt } from 'node:crypto';
import { NUMBER_ALPHABET } from './facts/is-order-number';

/** A new order number such as R7K3-M9QX. It is random, so that it does not tell how many orders there are. */
export function createOrderNumber(): string {
  const characters = Array.from(
    { length: 8 },
    () => NUMBER_ALPHABET[randomInt(NUMBER_ALPHABET.length)],
  );
  return `${characters.slice(0, 4).join('')}-${characters.slice(4).join('')}`;
}

/**
 * The order number that somebody has typed, in whatever case and with whatever between its characters.
 * @returns undefined for what is none
 */
export function readOrderNumber(typed: string): string | undefined {
  const characters = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return characters.length === 8 ? `${characters.slice(0, 4)}-${characters.slice(4)}` : undefined;
}
