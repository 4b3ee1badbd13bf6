import { randomInt } from 'node:crypto';

/** Digits and letters that nobody mistakes for another on the phone, and that spell no words. */
const ALPHABET = '23456789BCDFGHJKMNPQRTVWXYZ';

/** A new order number such as R7K3-M9QX: random, so that it tells nobody how many orders there are. */
export function createOrderNumber(): string {
  const characters = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `${characters.slice(0, 4).join('')}-${characters.slice(4).join('')}`;
}
