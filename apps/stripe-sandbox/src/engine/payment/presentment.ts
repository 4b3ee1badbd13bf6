import { currencyExponent } from '@shop/money';
import type Stripe from 'stripe';
import type { Engine } from '../engine.types';

/**
 * What a shopper pays in their own currency when the shop's is another (Adaptive Pricing); undefined when both are the
 * same, or when the account does not convert. The amount is in minor units of the shopper's currency.
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
