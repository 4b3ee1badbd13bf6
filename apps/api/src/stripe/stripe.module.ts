import { Global, Module } from '@nestjs/common';
import Stripe from 'stripe';
import { Config } from '../config/config';

/**
 * The one Stripe client. Sandbox or real is decided here, once, by where the client connects to; everything else is
 * the same code.
 */
export function createStripe({ stripe }: Config): Stripe {
  const base = stripe.apiBase ? new URL(stripe.apiBase) : undefined;
  return new Stripe(stripe.secretKey, {
    apiVersion: '2026-10-28.endive',
    telemetry: false,
    timeout: 8000,
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
