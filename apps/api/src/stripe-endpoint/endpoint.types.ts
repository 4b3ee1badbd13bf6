import type { StripeFinding } from '../database/schema/stripe-endpoint-tables';

/** The webhook endpoint that this deployment needs at Stripe. */
export interface ExpectedEndpoint {
  url: string;
  /** The types of snapshot events that the code handles. A thin twin is named `v1.` and the type. */
  events: readonly string[];
  apiVersion: string;
  /** Whether the API key is a live key. */
  livemode: boolean;
}

/** A receiver of events at Stripe: a webhook endpoint of v1, or an event destination of v2. */
export interface FoundEndpoint {
  id: string;
  kind: 'webhook_endpoint' | 'event_destination';
  url: string;
  enabled: boolean;
  payload: 'snapshot' | 'thin';
  /** Types, or patterns that end in `*`. */
  events: readonly string[];
  /** Null: the account's default version, which Stripe does not name. */
  apiVersion: string | null;
  livemode: boolean;
  /** Whether another address than ours answers as our API does. Undefined: it was not asked. */
  answersAsOurs?: boolean | undefined;
}

export type EndpointFault =
  | 'no_endpoint'
  | 'endpoint_disabled'
  | 'other_url'
  | 'old_domain'
  | 'events_missing'
  | 'thin_types_missing'
  | 'other_api_version'
  | 'mode_mixed';

export interface EndpointFinding extends StripeFinding {
  code: EndpointFault;
}
