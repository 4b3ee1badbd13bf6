import { currencyExponent } from '@shop/money';
import { invalidRequest } from './stripe-error';

/** In a currency of three decimals the last digit is 0 (https://docs.stripe.com/currencies#three-decimal). */
export function checkAmount(amount: number, currency: string, param: string): void {
  if (currencyExponent(currency) === 3 && amount % 10 !== 0) {
    throw invalidRequest(`The last digit of an amount in ${currency} must be 0.`, { param });
  }
}
