import express, { Router, type NextFunction, type Request, type Response } from 'express';
import { z } from 'zod';
import { paySession, finishAuthentication } from '../engine/checkout/pay-session';
import { currentSession } from '../engine/checkout/sessions';
import type { Engine } from '../engine/engine';
import { eventObject, type EventRecord } from '../engine/events';
import { defaultSettings, settingsSchema, type Settings } from '../engine/settings';
import { StripeError } from '../engine/stripe-error';
import { defaultSwitches, switchesSchema } from '../engine/switches';
import { getEndpoint } from '../engine/webhook-endpoints';
import { faultsSchema, type FaultBox } from '../http/faults';
import { holdForWebhook, successUrl } from '../hosted-page/way-back';
import type { Deliverer } from '../webhook/deliverer';

export interface ControlContext {
  engine: Engine;
  deliverer: Deliverer;
  faults: FaultBox;
  /** The settings a reset goes back to. */
  startSettings: Partial<Settings>;
  /** Forgets all objects, or only puts the way the server behaves back. */
  reset: (objects: boolean) => void;
}

const completeSchema = z.strictObject({
  name: z.string().default('Jenny Rosen'),
  email: z.string().default('jenny.rosen@example.com'),
  card: z
    .strictObject({
      number: z.string().default('4242424242424242'),
      expiry: z.string().default('12/40'),
      cvc: z.string().default('123'),
    })
    .prefault({}),
  phone: z.string().optional(),
  /** How a 3-D Secure step ends, if the card asks for one. */
  authentication: z.enum(['pass', 'fail']).default('pass'),
});

const resetSchema = z.strictObject({ objects: z.boolean().default(false) });
const redeliverSchema = z.strictObject({ endpoint: z.string().optional() });
const nothingSchema = z.strictObject({});

/** `/sandbox/api`: what a test or the panel may see and do that a shopper or Stripe's API cannot. */
export function createControlRouter(context: ControlContext): Router {
  const { engine, deliverer, faults } = context;
  const router = Router();
  router.use(loopbackOnly);
  router.use(express.json({ limit: '256kb', strict: false, type: () => true }));

  router.get('/health', (_request, response) => {
    response.json({ status: 'ok' });
  });

  router.get('/sessions', (_request, response) => {
    const sessions = engine.store.sessions.newestFirst();
    response.json({
      sessions: sessions.map(({ object }) => currentSession(engine, object.id).object),
    });
  });
  router.get('/sessions/:id', (request, response) => {
    response.json(currentSession(engine, request.params.id).object);
  });
  router.post('/sessions/:id/complete', async (request, response) => {
    const { card, authentication, name, email, phone } = read(completeSchema, request);
    const { id } = request.params;
    let result = paySession(engine, id, { name, email, ...(phone && { phone }) }, card);
    if (result.outcome === 'requires_action') {
      result = finishAuthentication(engine, id, authentication === 'pass');
    }
    if (result.outcome === 'completed') {
      await holdForWebhook(engine, deliverer, result);
      response.json({ outcome: 'completed', redirectUrl: successUrl(result.session) });
    } else if (result.outcome === 'declined') {
      response.status(402).json({ outcome: 'declined', error: result.error });
    } else {
      const { status } = currentSession(engine, id).object;
      response.status(409).json({ outcome: 'closed', status });
    }
  });

  router.get('/events', (_request, response) => {
    const events = engine.store.events.newestFirst();
    response.json({ events: events.map((event) => eventView(engine, event)) });
  });
  router.post('/events/:id/redeliver', async (request, response) => {
    const { endpoint } = read(redeliverSchema, request);
    const event = engine.store.events.get(request.params.id);
    if (!event) throw new ControlError(404, `There is no event ${request.params.id}.`);
    const endpoints =
      endpoint === undefined ? allEndpoints(engine) : [getEndpoint(engine, endpoint)];
    await deliverer.redeliver(
      event,
      endpoints.map(({ object }) => object.id),
    );
    response.json(eventView(engine, event));
  });
  router.post('/retry-now', async (request, response) => {
    read(nothingSchema, request);
    response.json({ retried: await deliverer.retryNow() });
  });

  router.get('/settings', (_request, response) => {
    response.json(engine.settings);
  });
  router.put('/settings', (request, response) => {
    Object.assign(engine.settings, read(settingsSchema.partial(), request));
    response.json(engine.settings);
  });

  router.get('/endpoints', (_request, response) => {
    response.json({ endpoints: allEndpoints(engine).map(endpointView) });
  });
  router.put('/endpoints/:id/switches', (request, response) => {
    const endpoint = getEndpoint(engine, request.params.id);
    Object.assign(endpoint.switches, read(switchesSchema.partial(), request));
    engine.store.endpoints.put(endpoint.object.id, endpoint);
    response.json(endpointView(endpoint));
  });
  router.put('/switches', (request, response) => {
    const switches = read(switchesSchema.partial(), request);
    for (const endpoint of allEndpoints(engine)) {
      Object.assign(endpoint.switches, switches);
      engine.store.endpoints.put(endpoint.object.id, endpoint);
    }
    response.json({ endpoints: allEndpoints(engine).map(endpointView) });
  });

  router.get('/faults', (_request, response) => {
    response.json(faults.faults);
  });
  router.put('/faults', (request, response) => {
    faults.faults = read(faultsSchema, request);
    response.json(faults.faults);
  });

  router.post('/reset', (request, response) => {
    const { objects } = read(resetSchema, request);
    faults.faults = {};
    Object.assign(engine.settings, defaultSettings, context.startSettings);
    for (const endpoint of allEndpoints(engine)) endpoint.switches = { ...defaultSwitches };
    context.reset(objects);
    response.json({ status: 'ok' });
  });

  router.use((request: Request) => {
    throw new ControlError(404, `There is no ${request.method} ${request.originalUrl}.`);
  });
  router.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const { status, message } = controlError(error);
    response.status(status).json({ error: { message } });
  });
  return router;
}

class ControlError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

function controlError(error: unknown): { status: number; message: string } {
  if (error instanceof ControlError || error instanceof StripeError) return error;
  const status = (error as { status?: unknown }).status;
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return { status, message: 'The body is not valid JSON.' };
  }
  console.error(error);
  return { status: 500, message: 'The sandbox failed; its log says why.' };
}

/** The body by its schema; an empty body counts as {}. Throws 400 naming every fault. */
function read<Out>(schema: z.ZodType<Out>, request: Request): Out {
  const parsed = schema.safeParse((request.body as unknown) ?? {});
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join('.')}: ${message}` : message,
  );
  throw new ControlError(400, faults.join('; '));
}

/** The control API can forge payments: it answers this machine only, and no page of another site. */
function loopbackOnly(request: Request, _response: Response, next: NextFunction): void {
  const address = request.socket.remoteAddress ?? '';
  if (!/^(127\.|::1$|::ffff:127\.)/.test(address)) {
    throw new ControlError(403, 'The control API answers on loopback only.');
  }
  if (request.get('Sec-Fetch-Site') === 'cross-site') {
    throw new ControlError(403, 'The control API does not answer pages of other sites.');
  }
  next();
}

const allEndpoints = (engine: Engine) => engine.store.endpoints.newestFirst();

function endpointView({ object, switches }: ReturnType<typeof allEndpoints>[number]) {
  return { id: object.id, url: object.url, status: object.status, switches };
}

function eventView(engine: Engine, event: EventRecord) {
  return { ...eventObject(engine, event), deliveries: event.deliveries };
}
