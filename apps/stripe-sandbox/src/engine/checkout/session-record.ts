import type Stripe from 'stripe';
import type { Engine } from '../engine';
import type { CardBehaviour } from '../payment/cards';
import { resourceMissing } from '../stripe-error';
import type { Payer } from './payer';

/** A Checkout Session and what belongs to it but is not part of the object. */
export interface SessionRecord {
  object: Stripe.Checkout.Session;
  lineItems: Stripe.LineItem[];
  /** What the payment intent will be made with, once the shopper pays. */
  intentData: Stripe.Checkout.SessionCreateParams.PaymentIntentData;
  /** The shopper who has been sent to 3-D Secure, and the payment method that waits for it. */
  authenticating: { payer: Payer; paymentMethodId: string; behaviour: CardBehaviour } | null;
}

export function getSessionRecord(engine: Engine, id: string): SessionRecord {
  const record = engine.store.sessions.get(id);
  if (!record) throw resourceMissing('checkout.session', id, 'session', 404);
  return record;
}
