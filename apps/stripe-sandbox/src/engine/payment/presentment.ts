import { currencyExponent } from '@shop/money';
import type Stripe from 'stripe';
import type { Engine } from '../engine.types';

/**
 * What a shopper pays in their own currency (Adaptive Pricing); undefined if it is the session's currency,
 * or if the account does not convert. The amount is in minor units of the shopper's currency.
 */
export function presentmentOf(
  engine: Engine,
  amountMinor: number,
  currency: string,
): Stripe.PaymentIntent.PresentmentDetails | undefined {
  const { presentmentCurrency: target, presentmentPercent: percent } = engine.settings;
  if (target === 'shop' || target.toLowerCase() === currency) return undefined;
  const shift = currencyExponent(target) - currencyExponent(currency);
  return {
    presentment_amount: Math.round((amountMinor * percent * 10 ** shift) / 100),
    presentment_currency: target.toLowerCase(),
  };
}
