import Stripe from 'stripe';
import { createSandbox } from '../create-sandbox';
import { sdkFor } from '../testing/sandbox-client';

/** The server under test: a sandbox or Stripe itself. The suite uses the SDK only. */
export interface Target {
  stripe: Stripe;
  /** A client like `stripe` with another key. */
  withKey(key: string): Stripe;
  close(): Promise<void>;
}

/** A sandbox of its own that holds every answer against the SDK's types. */
export async function startSandboxTarget(): Promise<Target> {
  const sandbox = await createSandbox({ validateShapes: true });
  return {
    stripe: sdkFor(sandbox.url),
    withKey: (key) => sdkFor(sandbox.url, key),
    async close() {
      await sandbox.close();
      const problems = [...sandbox.shapeProblems];
      if (problems.length > 0) throw new Error(`Not of the SDK's types:\n${problems.join('\n')}`);
    },
  };
}

/** Stripe itself, in the test mode of the account that the key belongs to. */
export function stripeTarget(key: string): Target {
  const client = (apiKey: string) => new Stripe(apiKey, { telemetry: false, maxNetworkRetries: 2 });
  return { stripe: client(key), withKey: client, close: () => Promise.resolve() };
}

/** The error of a refused request. */
export interface Refusal {
  statusCode: number | undefined;
  rawType: string | undefined;
  code: string | undefined;
  param: string | undefined;
  message: string;
}

/** The error of a request that must be refused; throws if it is not refused. */
export async function refusalOf(request: Promise<unknown>): Promise<Refusal> {
  const answer = await request.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(answer instanceof Stripe.errors.StripeError)) {
    throw new Error(`The request was not refused by Stripe: ${String(answer)}`);
  }
  const { statusCode, rawType, code, param, message } = answer;
  return { statusCode, rawType, code, param, message };
}

/** A name that no earlier run has used. */
export function unique(name: string): string {
  return `${name}${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;
}

/** A line item with `price_data`. */
export function teaLine(
  unitAmount = 1500,
  quantity = 2,
): Stripe.Checkout.SessionCreateParams.LineItem {
  return {
    price_data: { currency: 'usd', product_data: { name: 'Tea' }, unit_amount: unitAmount },
    quantity,
  };
}

export const SUCCESS_URL = 'https://shop.example/success?session_id={CHECKOUT_SESSION_ID}';

/** Starts a Checkout Session for a tea, unless the parameters say otherwise. */
export const startSession = (
  { stripe }: Target,
  params: Stripe.Checkout.SessionCreateParams = {},
) =>
  stripe.checkout.sessions.create({
    mode: 'payment',
    success_url: SUCCESS_URL,
    line_items: [teaLine()],
    ...params,
  });

/** Completes a session as Stripe's own command line does, without a browser. */
export async function completeSession({ stripe }: Target, id: string, method = 'tok_visa') {
  const { id: paymentMethod } = await stripe.paymentMethods.create({
    type: 'card',
    card: { token: method },
    billing_details: { email: 'jenny.rosen@example.com', name: 'Jenny Rosen' },
  });
  const session = await stripe.checkout.sessions.retrieve(id);
  await stripe.rawRequest('POST', `/v1/payment_pages/${id}/confirm`, {
    payment_method: paymentMethod,
    ...(session.amount_total !== null && { expected_amount: session.amount_total }),
  });
}
