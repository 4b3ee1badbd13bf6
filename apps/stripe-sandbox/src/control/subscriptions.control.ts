import { Router } from 'express';
import { z } from 'zod';
import type { Engine } from '../engine/engine.types';
import { payInvoice, renewSubscription } from '../engine/subscription/renew-subscription';
import { readBody } from './control-error';

const renewSchema = z.strictObject({ outcome: z.enum(['paid', 'failed']).default('paid') });
const nothingSchema = z.strictObject({});

/** What time does to subscriptions: it renews them, and invoices get paid or not. */
export function createSubscriptionControl(engine: Engine): Router {
  const router = Router();
  router.post('/subscriptions/:id/renew', (request, response) => {
    const { outcome } = readBody(renewSchema, request);
    response.json(renewSubscription(engine, request.params.id, outcome));
  });
  router.post('/invoices/:id/pay', (request, response) => {
    readBody(nothingSchema, request);
    response.json(payInvoice(engine, request.params.id));
  });
  return router;
}
