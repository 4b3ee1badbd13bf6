import type Stripe from 'stripe';
import type { StripeErrorBody } from '../../engine/stripe-error';
import type { Problem, Words } from './words';

/** Why the payment did not go through, in the page's language where it has words for it. */
export function problemText(
  error: StripeErrorBody,
  session: Stripe.Checkout.Session,
  { problems }: Words,
): string {
  if (!problems) return error.message;
  const field = session.custom_fields.find(({ key }) => error.param === `custom-${key}`);
  if (field) return `${field.label.custom}: ${problems.custom}`;
  // A decline's own reason says more than that the card was declined.
  const reasons = [error.decline_code, error.code?.replace(/^\w+_intent_/, ''), error.param];
  const known = reasons.find((reason) => reason !== undefined && reason in problems);
  return known ? problems[known as Problem] : error.message;
}
