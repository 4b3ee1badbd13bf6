import Stripe from 'stripe';
import type { FoundEndpoint } from './endpoint.types';
import { isMissingPermission } from './permissions/is-missing-permission';

/** How Stripe answers for an account that has no event destinations of v2. */
const NO_DESTINATIONS: ReadonlySet<number | undefined> = new Set([400, 403, 404]);

interface ReadEndpoints {
  endpoints: FoundEndpoint[];
  /** Whether the key may read event destinations: without them an endpoint of ours may be missing here. */
  destinationsReadable: boolean;
}

/**
 * Every webhook endpoint and event destination of the account that sends to a URL, as far as the key may read them.
 * @throws what Stripe throws for the webhook endpoints, such as StripePermissionError
 */
export async function readEndpoints(stripe: Stripe): Promise<ReadEndpoints> {
  const [webhooks, destinations] = await Promise.all([
    readWebhookEndpoints(stripe),
    readEventDestinations(stripe),
  ]);
  // Whether Stripe lists a webhook endpoint as an event destination too is not documented.
  const known = new Set(webhooks.map(({ id }) => id));
  const others = destinations?.filter(({ id }) => !known.has(id)) ?? [];
  return {
    endpoints: [...webhooks, ...others],
    destinationsReadable: destinations !== undefined,
  };
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

/** @returns undefined when the key may not read them */
async function readEventDestinations(stripe: Stripe): Promise<FoundEndpoint[] | undefined> {
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
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    if (isMissingPermission(error)) return undefined;
    if (NO_DESTINATIONS.has(error.statusCode)) return [];
    throw error;
  }
  return found;
}
