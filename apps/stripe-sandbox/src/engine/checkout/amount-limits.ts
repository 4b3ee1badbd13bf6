import { chargeLimits, formatMoney } from '@shop/money';
import { invalidRequest } from '../stripe-error';

/** Throws unless the total is 0 or an amount that Stripe charges. */
export function checkTotal(amountMinor: number, currency: string): void {
  const { minimumMinor = 1, maximumMinor } = chargeLimits(currency);
  if (amountMinor > 0 && amountMinor < minimumMinor) {
    throw invalidRequest(
      `The Checkout Session's total amount due must add up to at least ${formatMoney(minimumMinor, currency, 'en')} ${currency}`,
      { code: 'amount_too_small' },
    );
  }
  if (amountMinor > maximumMinor) {
    throw invalidRequest(
      `The Checkout Session's total amount due must be no more than ${formatMoney(maximumMinor, currency, 'en')}`,
      { code: 'amount_too_large' },
    );
  }
}
