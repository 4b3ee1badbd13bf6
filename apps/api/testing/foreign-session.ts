import { randomUUID } from 'node:crypto';
import type Stripe from 'stripe';
import type { TestApi } from './start-test-api';

type Params = Stripe.Checkout.SessionCreateParams;

/** A Checkout Session of $12.00 that this API did not create, such as one of a Payment Link. */
export const createElsewhere = (
  api: Pick<TestApi, 'stripe'>,
  params: Partial<Params> = {},
): Promise<Stripe.Checkout.Session> =>
  api.stripe.checkout.sessions.create({
    mode: 'payment',
    success_url: 'https://elsewhere.example/thanks',
    line_items: [
      {
        quantity: 2,
        price_data: { currency: 'usd', unit_amount: 600, product_data: { name: 'A mug' } },
      },
    ],
    ...params,
  });

/** What makes it a subscription of $9.00 a month. */
export const A_CLUB: Partial<Params> = {
  mode: 'subscription',
  line_items: [
    {
      quantity: 1,
      price_data: {
        currency: 'usd',
        unit_amount: 900,
        product_data: { name: 'A club' },
        recurring: { interval: 'month' },
      },
    },
  ],
};

/** A session as another deployment of the shop creates it, for an order in a database of its own. */
export function createInOtherDeployment(
  api: Pick<TestApi, 'stripe'>,
  deploymentId: string,
): Promise<Stripe.Checkout.Session> {
  const orderId = randomUUID();
  const metadata = { order_id: orderId, order_number: 'R7K3-M9QX', deployment_id: deploymentId };
  return createElsewhere(api, {
    client_reference_id: orderId,
    metadata,
    payment_intent_data: { metadata },
  });
}

/** The payment of a paid session. */
export async function paymentOf(api: Pick<TestApi, 'stripe'>, sessionId: string): Promise<string> {
  const { payment_intent: payment } = await api.stripe.checkout.sessions.retrieve(sessionId);
  if (typeof payment !== 'string') throw new Error('The session has no payment.');
  return payment;
}
