import type Stripe from 'stripe';
import { apiVersion } from '../schema/api-version';
import { nowSeconds } from './clock';
import type { Engine } from './engine.types';
import { newId } from './ids';
import { inRange, pageOf, type List } from './list';
import { invalidRequest, notFound, resourceMissing } from './stripe-error';
import { relatedObject } from './related-object';
import { matchesType } from './endpoint-record';
import { receiversOf } from './endpoints';
import type { EventRecord, RelatedObject } from './event-record';

/** Records that something happened to `object` and hands the event to the endpoints that asked for its type. */
export function emit(
  engine: Engine,
  type: Stripe.Event.Type,
  object: object,
  previousAttributes?: object,
): EventRecord {
  const data = { object, ...(previousAttributes && { previous_attributes: previousAttributes }) };
  const event = record(engine, newId('evt'), type, { dataJson: JSON.stringify(data) });
  emitTwin(engine, event, object);
  return event;
}

/** The thin event beside a snapshot event, if an event destination wants it: `v1.charge.refunded`, … */
function emitTwin(engine: Engine, { id, type }: EventRecord, object: object): void {
  const twin = `v1.${type}`;
  if (receiversOf(engine, twin, true).length === 0) return;
  const thin = relatedObject(object);
  record(engine, newId('evt_test'), twin, { thin, snapshotEvent: id });
}

/** Records a thin event: it names the object and has none of its data. */
export function emitThin(
  engine: Engine,
  type: string,
  thin: RelatedObject | null,
  thinData?: object,
): EventRecord {
  return record(engine, newId('evt_test'), type, { thin, ...(thinData && { thinData }) });
}

function record(
  engine: Engine,
  id: string,
  type: string,
  content: Partial<Pick<EventRecord, 'dataJson' | 'snapshotEvent' | 'thin' | 'thinData'>>,
): EventRecord {
  const receivers = receiversOf(engine, type, content.thin !== undefined);
  const event: EventRecord = {
    id,
    type,
    created: nowSeconds(engine.clock),
    dataJson: '',
    ...content,
    request: engine.request,
    pendingEndpoints: receivers.map(({ object }) => object.id),
    deliveries: [],
  };
  engine.store.events.put(id, event);
  engine.world.onEvent(event);
  return event;
}

/** The event as the API shows it and as endpoints receive it. */
export function eventObject(
  engine: Engine,
  event: EventRecord,
  endpointApiVersion?: string | null,
): { id: string; object: string; type: string } {
  if (event.thin !== undefined) return thinObject(event, event.thin);
  return {
    id: event.id,
    object: 'event',
    api_version: endpointApiVersion ?? apiVersion,
    created: event.created,
    data: JSON.parse(event.dataJson) as Stripe.Event.Data,
    livemode: false,
    pending_webhooks: pendingOf(engine, event).length,
    request: event.request,
    type: event.type,
  } as Stripe.EventBase;
}

function thinObject(event: EventRecord, related: RelatedObject | null) {
  const { id, idempotency_key: key } = event.request;
  return {
    id: event.id,
    object: 'v2.core.event',
    created: new Date(event.created * 1000).toISOString(),
    livemode: false,
    ...(id !== null && {
      reason: { type: 'request', request: { id, idempotency_key: key ?? '' } },
    }),
    related_object: related,
    ...(event.snapshotEvent !== undefined && { snapshot_event: event.snapshotEvent }),
    type: event.type,
  };
}

/** The endpoints that have not taken the event; deleted endpoints do not count. */
export function pendingOf(engine: Engine, event: EventRecord): string[] {
  return event.pendingEndpoints.filter((id) => engine.store.endpoints.get(id));
}

/** How long events can be read. */
const KEPT_S = 30 * 24 * 3600;

function isKept(engine: Engine, { created }: EventRecord): boolean {
  return created > nowSeconds(engine.clock) - KEPT_S;
}

export function retrieveEvent(engine: Engine, id: string) {
  const event = engine.store.events.get(id);
  if (!event || event.thin !== undefined || !isKept(engine, event))
    throw resourceMissing('event', id, 'id', 404);
  return eventObject(engine, event);
}

/**
 * The events of 30 days, newest first, whatever endpoints there are; `delivery_success` filters on whether every
 * endpoint that was asked has answered with 2xx. https://docs.stripe.com/api/events/list
 */
export function listEvents(
  engine: Engine,
  params: Stripe.EventListParams,
): List<ReturnType<typeof eventObject>> {
  const types = typesOf(params);
  const matches = (event: EventRecord) =>
    event.thin === undefined &&
    isKept(engine, event) &&
    (types.length === 0 || types.some((type) => matchesType(type, event.type))) &&
    inRange(event.created, params.created) &&
    (params.delivery_success === undefined ||
      params.delivery_success === (pendingOf(engine, event).length === 0));
  const events = engine.store.events.newestFirst();
  const page = pageOf(events, params, '/v1/events', 'event', matches);
  return { ...page, data: page.data.map((event) => eventObject(engine, event)) };
}

/** The most names of types in one request. */
const MOST_TYPES = 20;

/** What is asked for; nothing: all types. */
function typesOf({ type, types }: Stripe.EventListParams): string[] {
  if (!types) return type === undefined ? [] : [type];
  if (type !== undefined) {
    throw invalidRequest('You may only specify one of these parameters: type, types.', {
      param: 'types',
    });
  }
  if (types.length > MOST_TYPES) {
    throw invalidRequest(`Array types exceeded maximum ${MOST_TYPES} allowed elements.`, {
      param: 'types',
    });
  }
  return types;
}

/** Thin events, newest first. */
export function listThinEvents(
  engine: Engine,
  params: { object_id?: string; types?: string[] },
): object[] {
  return engine.store.events
    .newestFirst()
    .filter(
      (event) =>
        event.thin !== undefined &&
        isKept(engine, event) &&
        (params.object_id === undefined || event.thin?.id === params.object_id) &&
        (!params.types || params.types.includes(event.type)),
    )
    .map((event) => eventObject(engine, event));
}

export function retrieveThinEvent(engine: Engine, id: string): object {
  const event = engine.store.events.get(id);
  if (event?.thin === undefined || !isKept(engine, event)) throw notFound('event', id);
  return { ...eventObject(engine, event), ...(event.thinData && { data: event.thinData }) };
}
