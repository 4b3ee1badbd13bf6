import { checkoutOf } from '@shop/shop-harness/shop/orders';
import type { PlacedOrder } from '@shop/shop-harness/shop/orders';
import { eventAbout, sign, WEBHOOK_PATH } from '@shop/shop-harness/shop/stripe-event';
import type { StripeEvent } from '@shop/shop-harness/shop/stripe-event';
import { WEBHOOK_SECRET } from '@shop/shop-harness/shop/webhook-secret';
import type { Request } from 'autocannon';
import type Stripe from 'stripe';

/** Takes one after the other, and from the start again. */
export function taking<T>(items: readonly T[]): () => T {
  let taken = 0;
  return () => items[taken++ % items.length] as T;
}

/** Where the guide's page and the bare lookup show an order. */
const SUCCESS_PATH = '/order/success';

type Shown = Pick<PlacedOrder, 'stripeSessionId' | 'cookie'>;

/** The confirmation as the browser asks for it that started the checkout. */
export const confirmationRequest = (next: () => Shown): Request => ({
  setupRequest: (request) => {
    const { stripeSessionId, cookie } = next();
    const path = `/api/orders/confirmation?session_id=${stripeSessionId}`;
    return { ...request, path, headers: { cookie } };
  },
});

/** The same order at a baseline. */
export const successRequest = (next: () => Shown): Request => ({
  setupRequest: (request) => ({
    ...request,
    path: `${SUCCESS_PATH}?session_id=${next().stripeSessionId}`,
  }),
});

/** A different event each time, signed as it is sent. */
export const eventRequest = (next: () => StripeEvent): Request => ({
  method: 'POST',
  path: WEBHOOK_PATH,
  setupRequest: (request) => {
    const { body } = next();
    return {
      ...request,
      body,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': sign(body, WEBHOOK_SECRET),
      },
    };
  },
});

/** Events that tell, each under an id of its own, that a session was paid. */
export const completions =
  (next: () => Stripe.Checkout.Session): (() => StripeEvent) =>
  () =>
    eventAbout(next(), 'checkout.session.completed');

/** Another shopper each time, from an address of their own. */
export function checkoutRequest(path: string, nextPrice: () => string, from = 0): Request {
  let shopper = from;
  return {
    method: 'POST',
    path,
    setupRequest: (request) => {
      shopper += 1;
      const { headers, body } = checkoutOf(shopper, nextPrice());
      return { ...request, headers, body };
    },
  };
}
