import type Stripe from 'stripe';

/** One delivery of an event to an endpoint. */
export interface Delivery {
  endpointId: string;
  url: string;
  attempt: number;
  /** When it was started, milliseconds since 1970. */
  atMs: number;
  durationMs: number;
  status: number | null;
  /** The start of the endpoint's answer. */
  body: string | null;
  /** The error, if there was no answer. */
  error: string | null;
}

/** A stored event. Its object is kept as JSON text, which needs a fraction of an object's memory. */
export interface EventRecord {
  id: string;
  type: string;
  created: number;
  /** Only in a thin event: the object that the event is about; null if there is none. */
  thin?: RelatedObject | null;
  /** Only in a thin event with a snapshot twin: the id of that event. */
  snapshotEvent?: string;
  /** Only in some thin events: what the API adds when the event is read; endpoints do not get it. */
  thinData?: object;
  dataJson: string;
  request: Stripe.Event.Request;
  /** Endpoints that have not yet answered with 2xx. */
  pendingEndpoints: string[];
  deliveries: Delivery[];
}

/** The `related_object` of a thin event. */
export interface RelatedObject {
  id: string;
  type: string;
  url: string;
}
