import Stripe from 'stripe';
import type { FoundEndpoint } from './endpoint.types';

/** An account may have no event destinations of v2, or the key may not read them: then there are webhook endpoints only. */
const NOT_READABLE: ReadonlySet<number | undefined> = new Set([400, 403, 404]);

/**
 * Every webhook endpoint and event destination of the account that sends to a URL.
 * @throws what Stripe throws for the webhook endpoints, such as StripePermissionError
 */
export async function readEndpoints(stripe: Stripe): Promise<FoundEndpoint[]> {
  const [endpoints, destinations] = await Promise.all([
    readWebhookEndpoints(stripe),
    readEventDestinations(stripe),
  ]);
  // Whether Stripe lists a webhook endpoint as an event destination too is not documented.
  const known = new Set(endpoints.map(({ id }) => id));
  return [...endpoints, ...destinations.filter(({ id }) => !known.has(id))];
}

async function readWebhookEndpoints(stripe: Stripe): Promise<FoundEndpoint[]> {
  const found: FoundEndpoint[] = [];
  for await (const endpoint of stripe.webhookEndpoints.list({ limit: 100 })) {
    found.push({
      id: endpoint.id,
      kind: 'webhook_endpoint',
      url: endpoint.url,
      enabled: endpoint.status === 'enabled',
      payload: 'snapshot',
      events: endpoint.enabled_events,
      apiVersion: endpoint.api_version,
      livemode: endpoint.livemode,
    });
  }
  return found;
}

async function readEventDestinations(stripe: Stripe): Promise<FoundEndpoint[]> {
  const found: FoundEndpoint[] = [];
  try {
    const include = ['webhook_endpoint.url' as const];
    for await (const destination of stripe.v2.core.eventDestinations.list({ include })) {
      const url = destination.webhook_endpoint?.url;
      if (!url) continue;
      found.push({
        id: destination.id,
        kind: 'event_destination',
        url,
        enabled: destination.status === 'enabled',
        payload: destination.event_payload,
        events: destination.enabled_events,
        apiVersion: destination.snapshot_api_version ?? null,
        livemode: destination.livemode,
      });
    }
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError && NOT_READABLE.has(error.statusCode)) return [];
    throw error;
  }
  return found;
}
