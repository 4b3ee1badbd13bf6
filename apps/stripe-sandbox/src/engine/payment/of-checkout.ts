import type { Engine } from '../engine.types';
import { invalidRequest } from '../stripe-error';

/** Throws for the intent of a Checkout Session: at Stripe only its page confirms it, and only its expiry cancels it. */
export function checkNotOfCheckout(
  engine: Engine,
  id: string,
  kind: 'PaymentIntents' | 'SetupIntents',
): void {
  const isOfCheckout = engine.store.sessions.newestFirst().some(({ intentId }) => intentId === id);
  if (!isOfCheckout) return;
  throw invalidRequest(`You cannot perform this action on ${kind} created by Checkout.`);
}
