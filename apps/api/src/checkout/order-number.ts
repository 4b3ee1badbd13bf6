import { randomInt } from 'node:crypto';

/** Digits and letters that are not mistaken for one another on the phone, without vowels that could spell words. */
const ALPHABET = '23456789BCDFGHJKMNPQRTVWXYZ';

/** A new order number such as R7K3-M9QX. It is random, so that it does not tell how many orders there are. */
export function createOrderNumber(): string {
  const characters = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `${characters.slice(0, 4).join('')}-${characters.slice(4).join('')}`;
}
