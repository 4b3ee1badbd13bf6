import type { EndpointRecord } from './endpoint-record';
import type { Engine } from './engine.types';
import { createDestination } from './event-destinations';
import { createEndpoint } from './webhook-endpoints';

/** The endpoint from the server's configuration. */
export interface ConfiguredEndpoint {
  url: string;
  secret: string;
  /** Also send version 2's thin events to it; `twins` adds the thin twin of every snapshot event. */
  thinEvents?: boolean | 'twins';
}

/** Registers the endpoint for all events. A later start updates its URL and secret instead of adding another. */
export function registerConfigured(engine: Engine, given: ConfiguredEndpoint): void {
  const { url, secret } = given;
  const webhook = configured(engine, 'webhook_endpoint', () =>
    createEndpoint(engine, { url, enabled_events: ['*'] }, secret),
  );
  if (webhook.object.object === 'webhook_endpoint') webhook.object.url = url;
  keep(engine, webhook, secret);
  if (!given.thinEvents) return;
  const thinTypes = given.thinEvents === 'twins' ? ['*'] : ['v2.*'];
  const destination = configured(engine, 'v2.core.event_destination', () =>
    createDestination(
      engine,
      {
        enabled_events: thinTypes,
        event_payload: 'thin',
        name: 'configured',
        type: 'webhook_endpoint',
        webhook_endpoint: { url },
      },
      secret,
    ),
  );
  if (destination.object.object !== 'webhook_endpoint') {
    destination.object.webhook_endpoint = { url };
    destination.object.enabled_events = thinTypes;
  }
  keep(engine, destination, secret);
}

function configured(
  engine: Engine,
  kind: EndpointRecord['object']['object'],
  create: () => { id: string },
): EndpointRecord {
  const { endpoints } = engine.store;
  const existing = endpoints
    .newestFirst()
    .find((record) => record.configured && record.object.object === kind);
  const record = existing ?? endpoints.get(create().id);
  if (!record) throw new Error('An endpoint that was just made is not there.');
  return record;
}

function keep(engine: Engine, record: EndpointRecord, secret: string): void {
  record.configured = true;
  record.secrets = [{ value: secret, expiresAtMs: null }];
  engine.store.endpoints.put(record.object.id, record);
}
