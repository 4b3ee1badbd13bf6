import type Stripe from 'stripe';
import { apiVersion } from '../schema/api-version';
import { nowSeconds } from './clock';
import type { Engine } from './engine';
import { newId } from './ids';
import { inRange, pageOf, type List } from './list';
import { resourceMissing } from './stripe-error';
import { endpointsFor } from './webhook-endpoints';

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
  type: Stripe.Event.Type;
  created: number;
  dataJson: string;
  request: Stripe.Event.Request;
  /** Endpoints that have not yet answered with 2xx. */
  pendingEndpoints: string[];
  deliveries: Delivery[];
}

/** Records that something happened to `object` and hands the event to the endpoints that asked for its type. */
export function emit(
  engine: Engine,
  type: Stripe.Event.Type,
  object: object,
  previousAttributes?: object,
): EventRecord {
  const data = { object, ...(previousAttributes && { previous_attributes: previousAttributes }) };
  const event: EventRecord = {
    id: newId('evt'),
    type,
    created: nowSeconds(engine.clock),
    dataJson: JSON.stringify(data),
    request: engine.request,
    pendingEndpoints: endpointsFor(engine, type).map((endpoint) => endpoint.object.id),
    deliveries: [],
  };
  engine.store.events.put(event.id, event);
  engine.world.onEvent(event);
  return event;
}

/** The event as Stripe's API shows it and as endpoints receive it. */
export function eventObject(
  engine: Engine,
  event: EventRecord,
  endpointApiVersion?: string | null,
) {
  return {
    id: event.id,
    object: 'event' as const,
    api_version: endpointApiVersion ?? apiVersion,
    created: event.created,
    data: JSON.parse(event.dataJson) as Stripe.Event.Data,
    livemode: false,
    pending_webhooks: pendingOf(engine, event).length,
    request: event.request,
    type: event.type,
  };
}

/** Endpoints still to be reached; one that was deleted is not waited for any more. */
function pendingOf(engine: Engine, event: EventRecord): string[] {
  return event.pendingEndpoints.filter((id) => engine.store.endpoints.get(id));
}

export function retrieveEvent(engine: Engine, id: string) {
  const event = engine.store.events.get(id);
  if (!event) throw resourceMissing('event', id, 'id', 404);
  return eventObject(engine, event);
}

/** Newest first; `delivery_success` filters on whether every endpoint has answered with 2xx. */
export function listEvents(
  engine: Engine,
  params: Stripe.EventListParams,
): List<ReturnType<typeof eventObject>> {
  const matching = engine.store.events.newestFirst().filter((event) => {
    const types = params.types ?? (params.type === undefined ? [] : [params.type]);
    return (
      (types.length === 0 || types.some((type) => matchesType(type, event.type))) &&
      inRange(event.created, params.created) &&
      (params.delivery_success === undefined ||
        params.delivery_success === (pendingOf(engine, event).length === 0))
    );
  });
  const page = pageOf(matching, params, '/v1/events', 'event');
  return { ...page, data: page.data.map((event) => eventObject(engine, event)) };
}

/** Whether an event type is meant by a filter, which may end in `*`: "charge.*" means "charge.refunded". */
export function matchesType(filter: string, type: string): boolean {
  return filter.endsWith('*') ? type.startsWith(filter.slice(0, -1)) : filter === type;
}
