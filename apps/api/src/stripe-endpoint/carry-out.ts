import type Stripe from 'stripe';
import type { ConnectionStep, MendedEndpoint, NewEndpoint } from './plan-connection';

const NAME = 'Order confirmation';

type EnabledEvents = Stripe.WebhookEndpointCreateParams['enabled_events'];

/** What a step has made. */
export interface Made {
  id: string;
  /** The signing secret, which Stripe shows only when an endpoint is made. */
  secret: string | undefined;
}

/** Does one step at Stripe. @returns the endpoint of the step. @throws what Stripe throws; the step is then not done */
export async function carryOut(stripe: Stripe, step: ConnectionStep): Promise<Made> {
  if (step.do === 'create') {
    return step.payload === 'thin' ? createThin(stripe, step) : createSnapshot(stripe, step);
  }
  const { id, kind } = step.endpoint;
  if (step.do === 'update') await update(stripe, step);
  else if (kind === 'webhook_endpoint')
    await stripe.webhookEndpoints.update(id, { disabled: true });
  else await stripe.v2.core.eventDestinations.disable(id);
  return { id, secret: undefined };
}

async function createSnapshot(stripe: Stripe, { url, events, apiVersion }: NewEndpoint) {
  const { id, secret } = await stripe.webhookEndpoints.create({
    url,
    description: NAME,
    enabled_events: events as EnabledEvents,
    api_version: apiVersion as Stripe.WebhookEndpointCreateParams.ApiVersion,
  });
  return { id, secret };
}

async function createThin(stripe: Stripe, { url, events }: NewEndpoint): Promise<Made> {
  const { id, webhook_endpoint: endpoint } = await stripe.v2.core.eventDestinations.create({
    name: NAME,
    type: 'webhook_endpoint',
    event_payload: 'thin',
    enabled_events: [...events],
    webhook_endpoint: { url },
    include: ['webhook_endpoint.signing_secret'],
  });
  return { id, secret: endpoint?.signing_secret };
}

async function update(stripe: Stripe, { endpoint, events, enable }: MendedEndpoint): Promise<void> {
  const { id, kind } = endpoint;
  if (kind === 'webhook_endpoint') {
    await stripe.webhookEndpoints.update(id, {
      ...(events && { enabled_events: events as EnabledEvents }),
      ...(enable && { disabled: false }),
    });
    return;
  }
  const { eventDestinations } = stripe.v2.core;
  if (events) await eventDestinations.update(id, { enabled_events: [...events] });
  if (enable) await eventDestinations.enable(id);
}
