import { Global, Module } from '@nestjs/common';
import Stripe from 'stripe';
import { Config } from '../config/config';
import { RateLimitModule } from '../rate-limit/rate-limit.module';
import { Tracing } from '../tracing/tracing';
import { createStripe } from './create-stripe';
import { EndpointStateRepository } from './endpoint-state.repository';
import { EndpointStateService } from './endpoint-state.service';
import { RefusalAlerts } from './refusal-alerts';
import { StripeClock } from './stripe-clock';

/**
 * Gives every module the Stripe client, under the SDK's own class, what its answers say of our clock, and what was found
 * wrong with our endpoint there.
 */
@Global()
@Module({
  imports: [RateLimitModule],
  providers: [
    StripeClock,
    RefusalAlerts,
    EndpointStateRepository,
    EndpointStateService,
    { provide: Stripe, useFactory: createStripe, inject: [Config, StripeClock, Tracing] },
  ],
  exports: [EndpointStateService, RefusalAlerts, Stripe, StripeClock],
})
export class StripeModule {}
