import Stripe from 'stripe';

/** The sandbox takes any test key. */
export const SANDBOX_KEY = 'sk_test_sandbox';

/** A client of real Stripe, or of the sandbox at `base`. */
export function createStripeClient(secretKey: string, base: string | undefined): Stripe {
  const url = base ? new URL(base) : undefined;
  return new Stripe(secretKey, {
    telemetry: false,
    ...(url && { protocol: 'http', host: url.hostname, port: url.port }),
  });
}
