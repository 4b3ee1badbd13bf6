import type Stripe from 'stripe';
import { nowSeconds } from './clock';
import type { Engine } from './engine';
import { matchesType } from './events';
import { newId, randomText } from './ids';
import { pageOf, type List, type PageParams } from './list';
import { mergeMetadata } from './metadata';
import { invalidRequest, resourceMissing } from './stripe-error';
import { defaultSwitches, type Switches } from './switches';

/** A secret that endpoints are signed with; an old one stays until it expires. */
export interface EndpointSecret {
  value: string;
  expiresAtMs: number | null;
}

export interface EndpointRecord {
  object: Stripe.WebhookEndpoint;
  /** The newest first. */
  secrets: EndpointSecret[];
  switches: Switches;
}

/** Registers a receiver; the answer is the only one that carries its secret. */
export function createEndpoint(
  engine: Engine,
  params: Stripe.WebhookEndpointCreateParams,
  secret = `whsec_${randomText(32)}`,
): Stripe.WebhookEndpoint {
  checkUrl(params.url);
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
  const record: EndpointRecord = {
    object,
    secrets: [{ value: secret, expiresAtMs: null }],
    switches: { ...defaultSwitches },
  };
  engine.store.endpoints.put(object.id, record);
  return { ...object, secret };
}

export function getEndpoint(engine: Engine, id: string): EndpointRecord {
  const record = engine.store.endpoints.get(id);
  if (!record) throw resourceMissing('webhook endpoint', id, 'id', 404);
  return record;
}

export function listEndpoints(engine: Engine, params: PageParams): List<Stripe.WebhookEndpoint> {
  const all = engine.store.endpoints.newestFirst().map((record) => record.object);
  return pageOf(all, params, '/v1/webhook_endpoints', 'webhook endpoint');
}

export function updateEndpoint(
  engine: Engine,
  id: string,
  params: Stripe.WebhookEndpointUpdateParams,
): Stripe.WebhookEndpoint {
  const record = getEndpoint(engine, id);
  if (params.url !== undefined) checkUrl(params.url);
  const { object } = record;
  Object.assign(object, {
    ...(params.description !== undefined && { description: params.description || null }),
    ...(params.disabled !== undefined && { status: params.disabled ? 'disabled' : 'enabled' }),
    ...(params.enabled_events && { enabled_events: [...params.enabled_events] }),
    ...(params.url !== undefined && { url: params.url }),
    metadata: mergeMetadata(object.metadata, params.metadata),
  });
  engine.store.endpoints.put(id, record);
  return object;
}

export function deleteEndpoint(engine: Engine, id: string): Stripe.DeletedWebhookEndpoint {
  getEndpoint(engine, id);
  engine.store.endpoints.delete(id);
  return { id, object: 'webhook_endpoint', deleted: true };
}

/** Gives the endpoint a new secret; both sign for `overlapMs`, so that a receiver can change without a gap. */
export function rollSecret(
  engine: Engine,
  id: string,
  overlapMs: number,
  secret = `whsec_${randomText(32)}`,
): string {
  const record = getEndpoint(engine, id);
  const nowMs = engine.clock.nowMs();
  const kept = liveSecrets(record, nowMs).map((old) => ({
    value: old.value,
    expiresAtMs: Math.min(old.expiresAtMs ?? Infinity, nowMs + overlapMs),
  }));
  record.secrets = [{ value: secret, expiresAtMs: null }, ...kept];
  engine.store.endpoints.put(id, record);
  return secret;
}

export function liveSecrets(record: EndpointRecord, nowMs: number): EndpointSecret[] {
  return record.secrets.filter(
    (secret) => secret.expiresAtMs === null || secret.expiresAtMs > nowMs,
  );
}

/** The enabled endpoints that asked for events of this type. */
export function endpointsFor(engine: Engine, type: string): EndpointRecord[] {
  return engine.store.endpoints
    .newestFirst()
    .filter(
      ({ object }) =>
        object.status === 'enabled' &&
        object.enabled_events.some((filter) => matchesType(filter, type)),
    );
}

function checkUrl(url: string): void {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw invalidRequest('Invalid URL: An explicit scheme (such as https) must be provided.', {
      code: 'url_invalid',
      param: 'url',
    });
  }
}
