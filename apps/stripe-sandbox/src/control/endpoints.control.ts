import { Router } from 'express';
import { z } from 'zod';
import { urlOf, type EndpointRecord } from '../engine/endpoint-record';
import { rollSecret } from '../engine/endpoints';
import type { Engine } from '../engine/engine.types';
import { switchesSchema } from '../engine/switches';
import { ControlError, readBody } from './control-error';

const A_DAY_MS = 24 * 3600 * 1000;

const rollSchema = z.strictObject({
  /** The new secret; by default a random one. */
  secret: z
    .string()
    .regex(/^whsec_\S{16,}$/, 'starts with whsec_, followed by at least 16 characters')
    .optional(),
  /** How long the old secret stays valid. */
  overlapMs: z.int().min(0).max(A_DAY_MS).default(A_DAY_MS),
});

/** Webhook endpoints: what goes wrong on the way to them, and new secrets for them. */
export function createEndpointControl(engine: Engine): Router {
  const router = Router();
  const all = () => engine.store.endpoints.newestFirst();

  router.get('/endpoints', (_request, response) => {
    response.json({ endpoints: all().map(endpointView) });
  });
  router.put('/endpoints/:id/switches', (request, response) => {
    const endpoint = endpointOf(engine, request.params.id);
    Object.assign(endpoint.switches, readBody(switchesSchema.partial(), request));
    engine.store.endpoints.put(endpoint.object.id, endpoint);
    response.json(endpointView(endpoint));
  });
  router.put('/switches', (request, response) => {
    const switches = readBody(switchesSchema.partial(), request);
    for (const endpoint of all()) {
      Object.assign(endpoint.switches, switches);
      engine.store.endpoints.put(endpoint.object.id, endpoint);
    }
    response.json({ endpoints: all().map(endpointView) });
  });
  router.post('/endpoints/:id/roll-secret', (request, response) => {
    const { secret, overlapMs } = readBody(rollSchema, request);
    const endpoint = endpointOf(engine, request.params.id);
    response.json({ secret: rollSecret(engine, endpoint, overlapMs, secret) });
  });
  return router;
}

function endpointOf(engine: Engine, id: string): EndpointRecord {
  const endpoint = engine.store.endpoints.get(id);
  if (!endpoint) throw new ControlError(404, `There is no endpoint ${id}.`);
  return endpoint;
}

function endpointView(endpoint: EndpointRecord) {
  const { object, switches } = endpoint;
  return {
    id: object.id,
    kind: object.object,
    url: urlOf(endpoint),
    status: object.status,
    enabledEvents: object.enabled_events,
    switches,
  };
}
