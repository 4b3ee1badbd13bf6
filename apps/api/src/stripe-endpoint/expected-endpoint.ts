import type { Config } from '../config/config';
import { STRIPE_API_VERSION } from '../stripe/create-stripe';
import { handledTypes } from '../webhook/event-subject';
import type { ExpectedEndpoint } from './endpoint.types';

/** The endpoint that this deployment needs, or undefined while the Stripe CLI forwards events. */
export function expectedEndpoint({ stripe }: Config): ExpectedEndpoint | undefined {
  if (stripe.webhookUrl === undefined) return undefined;
  return {
    url: stripe.webhookUrl,
    events: handledTypes,
    apiVersion: STRIPE_API_VERSION,
    livemode: stripe.livemode,
  };
}
