/** Digits and letters that are not mistaken for one another on the phone, without vowels that could spell words. */
export const NUMBER_ALPHABET = '23456789BCDFGHJKMNPQRTVWXYZ';

const FORM = new RegExp(`^[${NUMBER_ALPHABET}]{4}-[${NUMBER_ALPHABET}]{4}$`);

/** Whether it can be the number of an order. What cannot may be any words. Pure. */
export const isOrderNumber = (text: string): boolean => FORM.test(text);
