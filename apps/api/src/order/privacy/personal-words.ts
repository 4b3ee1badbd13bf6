import type { OrderRow } from '../../database/schema/tables';

/** Shorter ones are parts of other words. */
const MIN_LENGTH = 4;

/** The words of an order that say who its shopper is, as they are written there. Pure. */
export function personalWords(order: OrderRow): string[] {
  const { customerName, email, phone, businessName, shippingAddress, taxIds } = order;
  return longEnough([
    customerName,
    email,
    phone,
    businessName,
    shippingAddress?.name,
    shippingAddress?.line1,
    ...taxIds.map(({ value }) => value),
  ]);
}

/** Each of these words that is long enough to say who somebody is, once. Pure. */
export const longEnough = (words: readonly (string | null | undefined)[]): string[] =>
  [...new Set(words)].filter(
    (word): word is string => typeof word === 'string' && word.length >= MIN_LENGTH,
  );

/** Whether a text has one of these words in it, in whichever case. */
export function namesPerson(text: string, orders: readonly OrderRow[]): boolean {
  const lowered = text.toLowerCase();
  return orders.flatMap(personalWords).some((word) => lowered.includes(word.toLowerCase()));
}
