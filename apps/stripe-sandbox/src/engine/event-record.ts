import type Stripe from 'stripe';

/** One try to bring an event to an endpoint. */
export interface Delivery {
  endpointId: string;
  url: string;
  attempt: number;
  /** When it was started, milliseconds since 1970. */
  atMs: number;
  durationMs: number;
  status: number | null;
  /** The start of what the endpoint answered. */
  body: string | null;
  /** Why there was no answer. */
  error: string | null;
}

/** An event as it is kept: its object is frozen as text, which takes a fraction of an object's memory. */
export interface EventRecord {
  id: string;
  type: string;
  created: number;
  /** Of a thin event: what it is about, which is all it carries. */
  thin?: RelatedObject;
  dataJson: string;
  request: Stripe.Event.Request;
  /** Endpoints that have not yet answered with 2xx. */
  pendingEndpoints: string[];
  deliveries: Delivery[];
}

/** What a thin event points at. */
export interface RelatedObject {
  id: string;
  type: string;
  url: string;
}
