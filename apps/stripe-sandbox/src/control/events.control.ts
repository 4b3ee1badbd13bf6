import { Router } from 'express';
import { z } from 'zod';
import { resendTargets } from '../engine/endpoints';
import type { Engine } from '../engine/engine.types';
import { eventObject, pendingOf } from '../engine/events';
import type { EventRecord } from '../engine/event-record';
import type { ControlContext } from './control-context';
import { ControlError, readBody, readLimit } from './control-error';
import { emitHealthEvent, healthSchema } from './health-event';

const redeliverSchema = z.strictObject({
  /** Only to this endpoint; by default to all. */
  endpoint: z.string().optional(),
});
const nothingSchema = z.strictObject({});

/** Every event with its deliveries, and ways to send it again. */
export function createEventControl({ engine, deliverer }: ControlContext): Router {
  const router = Router();

  router.get('/events', (request, response) => {
    const events = engine.store.events.newestFirst().slice(0, readLimit(request));
    response.json({ events: events.map((event) => eventView(engine, event)) });
  });
  router.get('/events/:id', (request, response) => {
    response.json(eventView(engine, eventOf(engine, request.params.id)));
  });
  router.post('/events/:id/redeliver', async (request, response) => {
    const { endpoint } = readBody(redeliverSchema, request);
    const event = eventOf(engine, request.params.id);
    const ids = resendTargets(engine, event.thin !== undefined)
      .map(({ object }) => object.id)
      .filter((id) => endpoint === undefined || id === endpoint);
    if (ids.length === 0) throw new ControlError(404, 'There is no such endpoint for this event.');
    await deliverer.redeliver(event, ids);
    response.json(eventView(engine, event));
  });
  router.post('/health-event', (request, response) => {
    const id = emitHealthEvent(engine, readBody(healthSchema, request));
    response.json(eventView(engine, eventOf(engine, id)));
  });
  router.post('/retry-now', async (request, response) => {
    readBody(nothingSchema, request);
    response.json({ retried: await deliverer.retryNow() });
  });
  return router;
}

function eventOf(engine: Engine, id: string): EventRecord {
  const event = engine.store.events.get(id);
  if (!event) throw new ControlError(404, `There is no event ${id}.`);
  return event;
}

function eventView(engine: Engine, event: EventRecord) {
  return {
    ...eventObject(engine, event),
    pendingEndpoints: pendingOf(engine, event),
    deliveries: event.deliveries,
  };
}
