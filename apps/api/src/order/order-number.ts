import { randomInt } from 'node:crypto';

/** Digits and letters that are not mistaken for one another on the phone, without vowels that could spell words. */
const ALPHABET = '23456789BCDFGHJKMNPQRTVWXYZ';

/** A new order number such as R7K3-M9QX. It is random, so that it does not tell how many orders there are. */
export function createOrderNumber(): string {
  const characters = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `${characters.slice(0, 4).join('')}-${characters.slice(4).join('')}`;
}

const FORM = new RegExp(`^[${ALPHABET}]{4}-[${ALPHABET}]{4}$`);

/** Whether it can be the number of an order. What cannot may be any words. */
export const isOrderNumber = (text: string): boolean => FORM.test(text);

/**
 * The order number that somebody has typed, in whatever case and with whatever between its characters.
 * @returns undefined for what is none
 */
export function readOrderNumber(typed: string): string | undefined {
  const characters = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return characters.length === 8 ? `${characters.slice(0, 4)}-${characters.slice(4)}` : undefined;
}
