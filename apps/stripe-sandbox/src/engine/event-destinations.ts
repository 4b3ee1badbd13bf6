import type Stripe from 'stripe';
import { applyChanges } from './changes';
import { newRecord, type EndpointRecord } from './endpoint-record';
import { checkUrl } from './endpoint-url';
import type { Engine } from './engine.types';
import { newId, randomText } from './ids';
import { mergeMetadata } from './metadata';
import { invalidRequest, missingParam, notFound } from './stripe-error';

type Destination = Stripe.V2.Core.EventDestination;
type Include = Stripe.V2.Core.EventDestinationCreateParams.Include;
type DestinationRecord = EndpointRecord & { object: Destination };

/** Registers a receiver of thin or snapshot events. Only this answer can contain the secret. */
export function createDestination(
  engine: Engine,
  params: Stripe.V2.Core.EventDestinationCreateParams,
  secret = `whsec_${randomText(32)}`,
): Destination {
  if (params.type !== 'webhook_endpoint') {
    throw invalidRequest('This sandbox delivers to webhook endpoints only.', {
      code: 'sandbox_unsupported',
      param: 'type',
    });
  }
  if (!params.webhook_endpoint) throw missingParam('webhook_endpoint');
  checkUrl(engine, params.webhook_endpoint.url, 'webhook_endpoint.url');
  const now = new Date(engine.clock.nowMs()).toISOString();
  const object: Destination = {
    id: newId('ed_test'),
    object: 'v2.core.event_destination',
    created: now,
    description: params.description ?? '',
    enabled_events: params.enabled_events,
    event_payload: params.event_payload,
    livemode: false,
    metadata: mergeMetadata({}, params.metadata),
    name: params.name,
    status: 'enabled',
    type: 'webhook_endpoint',
    updated: now,
    webhook_endpoint: { url: params.webhook_endpoint.url },
  };
  engine.store.endpoints.put(object.id, newRecord(object, secret));
  return destinationView(object, params.include, secret);
}

/** The destination as the API answers it: with its URL, and the secret of a new one, only if `include` names them. */
export function destinationView(
  object: Destination,
  include: Include[] = [],
  secret?: string,
): Destination {
  const url = object.webhook_endpoint?.url;
  const showsUrl = url !== undefined && include.includes('webhook_endpoint.url');
  const showsSecret = secret !== undefined && include.includes('webhook_endpoint.signing_secret');
  return {
    ...object,
    webhook_endpoint: {
      ...(showsSecret && { signing_secret: secret }),
      ...(showsUrl && { url }),
    },
  };
}

export function getDestination(engine: Engine, id: string): DestinationRecord {
  const record = engine.store.endpoints.get(id);
  if (record?.object.object !== 'v2.core.event_destination') {
    throw notFound('event destination', id);
  }
  return record as DestinationRecord;
}

export function listDestinations(engine: Engine): Destination[] {
  return engine.store.endpoints
    .newestFirst()
    .map((record) => record.object)
    .filter((object) => object.object === 'v2.core.event_destination');
}

export function updateDestination(
  engine: Engine,
  id: string,
  params: Stripe.V2.Core.EventDestinationUpdateParams,
): Destination {
  const record = getDestination(engine, id);
  const { object } = record;
  applyChanges(object, params, ['description', 'enabled_events', 'name']);
  object.metadata = mergeMetadata(object.metadata ?? {}, params.metadata);
  if (params.webhook_endpoint) {
    checkUrl(engine, params.webhook_endpoint.url, 'webhook_endpoint.url');
    object.webhook_endpoint = { url: params.webhook_endpoint.url };
  }
  return touch(engine, record);
}

export function enableDestination(engine: Engine, id: string, enabled: boolean): Destination {
  const record = getDestination(engine, id);
  const { object } = record;
  object.status = enabled ? 'enabled' : 'disabled';
  if (enabled) delete object.status_details;
  else object.status_details = { disabled: { reason: 'user' } };
  return touch(engine, record);
}

export function deleteDestination(engine: Engine, id: string): { id: string; object: string } {
  getDestination(engine, id);
  engine.store.endpoints.delete(id);
  return { id, object: 'v2.core.event_destination' };
}

function touch(engine: Engine, record: DestinationRecord): Destination {
  record.object.updated = new Date(engine.clock.nowMs()).toISOString();
  engine.store.endpoints.put(record.object.id, record);
  return record.object;
}
