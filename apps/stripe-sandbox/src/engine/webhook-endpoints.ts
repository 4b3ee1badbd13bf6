import type Stripe from 'stripe';
import { applyChanges } from './changes';
import { nowSeconds } from './clock';
import { newRecord, type EndpointRecord } from './endpoint-record';
import { checkUrl } from './endpoint-url';
import type { Engine } from './engine.types';
import { newId, randomText } from './ids';
import { pageOf, type List, type PageParams } from './list';
import { mergeMetadata } from './metadata';
import { resourceMissing } from './stripe-error';

type WebhookRecord = EndpointRecord & { object: Stripe.WebhookEndpoint };

/** Registers an endpoint for snapshot events. Only this answer contains the secret. */
export function createEndpoint(
  engine: Engine,
  params: Stripe.WebhookEndpointCreateParams,
  secret = `whsec_${randomText(32)}`,
): Stripe.WebhookEndpoint {
  checkUrl(engine, params.url);
  const object: Stripe.WebhookEndpoint = {
    id: newId('we'),
    object: 'webhook_endpoint',
    api_version: params.api_version ?? null,
    application: null,
    created: nowSeconds(engine.clock),
    description: params.description || null,
    enabled_events: [...params.enabled_events],
    livemode: false,
    metadata: mergeMetadata({}, params.metadata),
    status: 'enabled',
    url: params.url,
  };
  engine.store.endpoints.put(object.id, newRecord(object, secret));
  return { ...object, secret };
}

export function getEndpoint(engine: Engine, id: string): WebhookRecord {
  const record = engine.store.endpoints.get(id);
  if (record?.object.object !== 'webhook_endpoint') {
    throw resourceMissing('webhook endpoint', id, 'id', 404);
  }
  return record as WebhookRecord;
}

export function listEndpoints(engine: Engine, params: PageParams): List<Stripe.WebhookEndpoint> {
  const all = engine.store.endpoints
    .newestFirst()
    .map((record) => record.object)
    .filter((object) => object.object === 'webhook_endpoint');
  return pageOf(all, params, '/v1/webhook_endpoints', 'webhook endpoint');
}

export function updateEndpoint(
  engine: Engine,
  id: string,
  params: Stripe.WebhookEndpointUpdateParams,
): Stripe.WebhookEndpoint {
  const record = getEndpoint(engine, id);
  if (params.url !== undefined) checkUrl(engine, params.url);
  const { object } = record;
  applyChanges(object, params, ['description', 'enabled_events', 'url']);
  if (params.disabled !== undefined) object.status = params.disabled ? 'disabled' : 'enabled';
  object.metadata = mergeMetadata(object.metadata, params.metadata);
  engine.store.endpoints.put(id, record);
  return object;
}

export function deleteEndpoint(engine: Engine, id: string): Stripe.DeletedWebhookEndpoint {
  getEndpoint(engine, id);
  engine.store.endpoints.delete(id);
  return { id, object: 'webhook_endpoint', deleted: true };
}
