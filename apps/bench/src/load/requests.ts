import { checkoutOf } from '@shop/shop-harness/shop/orders';
import type { PlacedOrder } from '@shop/shop-harness/shop/orders';
import { eventAbout, sign, WEBHOOK_PATH } from '@shop/shop-harness/shop/stripe-event';
import type { StripeEvent } from '@shop/shop-harness/shop/stripe-event';
import { WEBHOOK_SECRET } from '@shop/shop-harness/shop/webhook-secret';
import type { Request } from 'autocannon';
import type Stripe from 'stripe';

/** Returns one item after the other, and starts again at the end. */
export function taking<T>(items: readonly T[]): () => T {
  let taken = 0;
  return () => items[taken++ % items.length] as T;
}

/** The path of an order at both baselines. */
const SUCCESS_PATH = '/order/success';

type Shown = Pick<PlacedOrder, 'stripeSessionId' | 'cookie'>;

/** The confirmation, requested by the browser that started the checkout. */
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

/** A new event for each request, signed when it is sent. */
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

/** Events that a session was paid, each with a new id. */
export const completions =
  (next: () => Stripe.Checkout.Session): (() => StripeEvent) =>
  () =>
    eventAbout(next(), 'checkout.session.completed');

/** A page of the console, asked with the key of a system that may see what staff see. */
export const staffRequest = (next: () => string, key: string): Request => ({
  setupRequest: (request) => ({
    ...request,
    path: next(),
    headers: { authorization: `Bearer ${key}` },
  }),
});

/**
 * A shopper who looks for an order, each from an IP address and with an e-mail address of their own: both are counted. The
 * answer is the same as to the order's own address.
 */
export function findRequest(next: () => { number: string }): Request {
  let shopper = 0;
  return {
    method: 'POST',
    path: '/api/orders/find',
    setupRequest: (request) => {
      shopper += 1;
      const { headers } = checkoutOf(shopper, '');
      const { 'idempotency-key': _, ...own } = headers;
      return {
        ...request,
        headers: own,
        body: JSON.stringify({
          orderNumber: next().number,
          email: `finder-${shopper}@bench.example`,
        }),
      };
    },
  };
}

/** A checkout of a new shopper each time, from an IP address of their own. */
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
