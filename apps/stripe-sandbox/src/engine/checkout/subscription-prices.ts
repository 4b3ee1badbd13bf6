import type Stripe from 'stripe';
import { invalidRequest } from '../stripe-error';

const MOST_OF_A_KIND = 20;

/**
 * https://docs.stripe.com/api/checkout/sessions/create: at most 20 recurring and 20 one-time prices, optional items
 * included. They have one billing interval: what can have several is named in
 * https://docs.stripe.com/changelog/basil/2025-07-30/support-mixed-intervals.
 * @param param named in the refusal
 */
export function checkSubscriptionPrices(prices: readonly Stripe.Price[], param: string): void {
  const renewals = prices.flatMap(({ recurring }) => recurring ?? []);
  if (renewals.length === 0) {
    throw invalidRequest(
      'You must provide at least one recurring price in `subscription` mode when using prices.',
      { param },
    );
  }
  const intervals = renewals.map(({ interval, interval_count: count }) => `${count} ${interval}`);
  if (new Set(intervals).size > 1) {
    throw invalidRequest(
      'Checkout does not support multiple prices with different billing intervals.',
      { param },
    );
  }
  for (const [count, kind] of [
    [renewals.length, 'recurring'],
    [prices.length - renewals.length, 'one-time'],
  ] as const) {
    if (count > MOST_OF_A_KIND) {
      throw invalidRequest(
        `You can pass at most ${MOST_OF_A_KIND} line items with ${kind} prices in \`subscription\` mode.`,
        { param },
      );
    }
  }
}
