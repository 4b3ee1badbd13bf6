import type Stripe from 'stripe';
import type { StripeFinding } from '../database/schema/stripe-endpoint-tables';

type Refusal = Pick<Stripe.errors.StripeInvalidRequestError, 'message' | 'param'>;

/** Why Stripe refuses a checkout with the settings of the shop file: what is known in our words, else in Stripe's. */
export function judgeCheckout({ message, param }: Refusal): StripeFinding {
  // Stripe does not say by its API whether the account has the URL: only a checkout shows it.
  if (param?.startsWith('consent_collection') || /terms of service/i.test(message)) {
    const words =
      'checkout.terms asks for consent to the terms, and the account has no URL of them: set it, as in legal.terms, in the Stripe Dashboard (Settings, Business, Public details), or checkout.terms to false.';
    return { code: 'terms_url_missing', words };
  }
  const place = param ? ` (${param})` : '';
  return {
    code: 'checkout_refused',
    words: `Stripe refuses a checkout with these settings${place}: ${message}`,
  };
}
