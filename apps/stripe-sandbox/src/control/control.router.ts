import express, { Router, type NextFunction, type Request, type Response } from 'express';
import { z } from 'zod';
import { defaultSettings, settingsSchema } from '../engine/settings';
import { defaultSwitches } from '../engine/switches';
import { hasOtherBody, isForeignPage } from '../http/browser-guard';
import { faultsSchema } from '../http/faults';
import type { ControlContext } from './control-context';
import { createClockControl } from './clock.control';
import { ControlError, readBody, sendControlError } from './control-error';
import { createEndpointControl } from './endpoints.control';
import { createEventControl } from './events.control';
import { createFileControl } from './files.control';
import { createPaymentControl } from './payments.control';
import { createRadarControl } from './radar.control';
import { createSessionControl } from './sessions.control';
import { createSubscriptionControl } from './subscriptions.control';

const resetSchema = z.strictObject({
  /** Also delete all objects, not only reset settings, switches and faults. */
  objects: z.boolean().default(false),
});

/** `/sandbox/api`: what tests and the panel can see and do beyond Stripe's API and the hosted pages. */
export function createControlRouter(context: ControlContext): Router {
  const { engine, faults } = context;
  const router = Router();
  router.use(loopbackOnly);
  router.use(express.json({ limit: '256kb', strict: false, type: () => true }));

  router.get('/health', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.use(createSessionControl(context));
  router.use(createPaymentControl(engine));
  router.use(createRadarControl(engine));
  router.use(createSubscriptionControl(engine));
  router.use(createEventControl(context));
  router.use(createEndpointControl(engine));
  router.use(createFileControl(engine));
  router.use(createClockControl(context));

  router.get('/settings', (_request, response) => {
    response.json(engine.settings);
  });
  router.put('/settings', (request, response) => {
    Object.assign(engine.settings, readBody(settingsSchema.partial(), request));
    response.json(engine.settings);
  });
  router.get('/faults', (_request, response) => {
    response.json(faults.faults);
  });
  router.put('/faults', (request, response) => {
    faults.faults = readBody(faultsSchema, request);
    response.json(faults.faults);
  });
  router.get('/shape-problems', (_request, response) => {
    const { shapeProblems } = context;
    response.json({ checked: shapeProblems !== null, problems: [...(shapeProblems ?? [])] });
  });
  router.post('/reset', (request, response) => {
    const { objects } = readBody(resetSchema, request);
    faults.faults = {};
    context.clock.offsetMs = 0;
    Object.assign(engine.settings, defaultSettings, context.startSettings);
    for (const endpoint of engine.store.endpoints.newestFirst()) {
      endpoint.switches = { ...defaultSwitches };
      engine.store.endpoints.put(endpoint.object.id, endpoint);
    }
    context.reset(objects);
    response.json({ status: 'ok' });
  });

  router.use((request: Request) => {
    throw new ControlError(404, `There is no ${request.method} ${request.originalUrl}.`);
  });
  router.use(sendControlError);
  return router;
}

/** The control API can forge payments: it answers this machine only, and no page of another site. */
function loopbackOnly(request: Request, _response: Response, next: NextFunction): void {
  const address = request.socket.remoteAddress ?? '';
  if (!/^(127\.|::1$|::ffff:127\.)/.test(address)) {
    throw new ControlError(403, 'The control API answers on loopback only.');
  }
  if (isForeignPage(request)) {
    throw new ControlError(403, 'The control API does not answer pages of other origins.');
  }
  if (hasOtherBody(request, 'application/json')) {
    throw new ControlError(415, 'The body must be application/json.');
  }
  next();
}
