import type Stripe from 'stripe';
import { defaultSwitches, type Switches } from './switches';

/** A signing secret; a replaced one stays valid until it expires. */
export interface EndpointSecret {
  value: string;
  expiresAtMs: number | null;
}

/** A receiver of events, registered through v1 or as an event destination of v2. */
export interface EndpointRecord {
  object: Stripe.WebhookEndpoint | Stripe.V2.Core.EventDestination;
  /** Newest first. */
  secrets: EndpointSecret[];
  switches: Switches;
  /** The server's configuration made this endpoint. */
  configured?: true;
}

export function newRecord<T extends EndpointRecord['object']>(object: T, secret: string) {
  return {
    object,
    secrets: [{ value: secret, expiresAtMs: null }],
    switches: { ...defaultSwitches },
  };
}

export function urlOf({ object }: EndpointRecord): string {
  return object.object === 'webhook_endpoint' ? object.url : (object.webhook_endpoint?.url ?? '');
}

/** The API version of the endpoint's events; null for the account's default. */
export function apiVersionOf({ object }: EndpointRecord): string | null {
  return object.object === 'webhook_endpoint'
    ? object.api_version
    : (object.snapshot_api_version ?? null);
}

/** Whether an event type is meant by a filter, which may end in `*`: "charge.*" means "charge.refunded". */
export function matchesType(filter: string, type: string): boolean {
  return filter.endsWith('*') ? type.startsWith(filter.slice(0, -1)) : filter === type;
}

export function liveSecrets(record: EndpointRecord, nowMs: number): EndpointSecret[] {
  return record.secrets.filter(
    (secret) => secret.expiresAtMs === null || secret.expiresAtMs > nowMs,
  );
}
