import { createHash } from 'node:crypto';

/** Of every hundred generated orders the last ones are not paid. */
export const PAID_OF_100 = 92;

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

/** What the shopper of a generated order knows; `fill-orders.ts` writes the same by SQL. */
export const generatedOrder = (index: number) => ({
  stripeSessionId: `cs_test_a1${md5(`session ${index}`)}${md5(`more ${index}`).slice(0, 24)}`,
  cookie: `browser=${String(index).padStart(43, '0')}`,
});

/** One of the first `count` generated orders that is paid, at random. */
export function randomPaidOrder(count: number) {
  for (;;) {
    const index = Math.floor(Math.random() * count);
    if (index % 100 < PAID_OF_100) return generatedOrder(index);
  }
}
