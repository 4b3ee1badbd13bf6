import { currencyExponent } from '@shop/money';
import { invalidRequest } from './stripe-error';

/**
 * What is sold or sent costs nothing or more. In a currency of three decimals the last digit is 0
 * (https://docs.stripe.com/currencies#three-decimal).
 */
export function checkAmount(amount: number, currency: string, param: string): void {
  if (amount < 0) {
    throw invalidRequest('This value must be greater than or equal to 0.', {
      code: 'parameter_invalid_integer',
      param,
    });
  }
  if (currencyExponent(currency) === 3 && amount % 10 !== 0) {
    throw invalidRequest(`The last digit of an amount in ${currency} must be 0.`, { param });
  }
}
