import Stripe from 'stripe';
import type { Sandbox } from './sandbox';

/** A client of the sandbox. */
export function stripeOf({ url }: Pick<Sandbox, 'url'>): Stripe {
  const { hostname: host, port } = new URL(url);
  return new Stripe('sk_test_sandbox', { protocol: 'http', host, port, telemetry: false });
}
