import type Stripe from 'stripe';
import { eventAbout, newEventId } from '../shop/stripe-event';
import type { StripeEvent } from '../shop/stripe-event';

/** Stripe may send two events about one fact, so the completion comes twice, under two ids. */
const ABOUT_SESSION = [
  'checkout.session.completed',
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
];

/** Other events that an endpoint for all events gets. The API must store them and do nothing. */
const ABOUT_PAYMENT = [
  'payment_intent.created',
  'payment_intent.succeeded',
  'charge.succeeded',
  'charge.updated',
  'payment_method.attached',
  'customer.created',
  'customer.updated',
];

/** Ten different events of one paid session. Three of them are about its order. */
export const eventsOfPaidSession = (session: Stripe.Checkout.Session): StripeEvent[] => [
  ...ABOUT_SESSION.map((type) => eventAbout(session, type)),
  ...ABOUT_PAYMENT.map((type) =>
    eventAbout({ id: newEventId().replace('evt_', 'ch_'), object: 'charge' }, type),
  ),
];

export const EVENTS_PER_ORDER = ABOUT_SESSION.length + ABOUT_PAYMENT.length;
