import { createHash } from 'node:crypto';

/** The number of paid orders in each hundred generated orders. */
export const PAID_OF_100 = 92;

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

/**
 * As it is written in `fill-orders.ts`: eight digits that look like nothing, with a hyphen in the middle. No number of an
 * order has 0 or 1; what has one is looked for as words.
 */
function numberOf(index: number): string {
  const digits = String((BigInt(index) * 97764413n) % 99999989n)
    .padStart(8, '0')
    .replaceAll('0', 'B')
    .replaceAll('1', 'C');
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}

/** Session id, number, address and cookie of a generated order. The SQL in `fill-orders.ts` writes the same values. */
export const generatedOrder = (index: number) => ({
  stripeSessionId: `cs_test_a1${md5(`session ${index}`)}${md5(`more ${index}`).slice(0, 24)}`,
  number: numberOf(index),
  email: `shopper-${index}@bench.example`,
  cookie: `browser=${String(index).padStart(43, '0')}`,
});

/** A random paid order among the first `count` generated orders. */
export function randomPaidOrder(count: number) {
  for (;;) {
    const index = Math.floor(Math.random() * count);
    if (index % 100 < PAID_OF_100) return generatedOrder(index);
  }
}
