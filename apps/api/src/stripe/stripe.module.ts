import { Global, Module } from '@nestjs/common';
import Stripe from 'stripe';
import { Config } from '../config/config';

/** How long one try may take from end to end. */
const TRY_MS = 8000;

/** The SDK's own time-out is idle time: a server that drips a byte now and then would hold a request for ever. */
const fetchWithin: typeof fetch = (input, init) => {
  const signals = [AbortSignal.timeout(TRY_MS), ...(init?.signal ? [init.signal] : [])];
  return fetch(input, { ...init, signal: AbortSignal.any(signals) });
};

/**
 * The one Stripe client. Sandbox or real is decided here, once, by where the client connects to; everything else is
 * the same code.
 */
export function createStripe({ stripe }: Config): Stripe {
  const base = stripe.apiBase ? new URL(stripe.apiBase) : undefined;
  return new Stripe(stripe.secretKey, {
    apiVersion: '2026-10-28.endive',
    telemetry: false,
    timeout: TRY_MS,
    httpClient: Stripe.createFetchHttpClient(fetchWithin),
    maxNetworkRetries: 1,
    ...(base && {
      protocol: base.protocol === 'http:' ? ('http' as const) : ('https' as const),
      host: base.hostname,
      port: base.port || (base.protocol === 'http:' ? '80' : '443'),
    }),
  });
}

/** Gives every module the Stripe client, under the SDK's own class. */
@Global()
@Module({
  providers: [{ provide: Stripe, useFactory: createStripe, inject: [Config] }],
  exports: [Stripe],
})
export class StripeModule {}
