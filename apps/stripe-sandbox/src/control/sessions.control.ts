import { Router } from 'express';
import { z } from 'zod';
import { expireSession } from '../engine/checkout/expire-session';
import { finishAuthentication, paySession } from '../engine/checkout/pay-session';
import { currentSession } from '../engine/checkout/sessions';
import { settleSession, transferToSession, verifySession } from '../engine/checkout/settle-session';
import { holdForWebhook, nextPage } from '../hosted-page/way-back';
import type { ControlContext } from './control-context';
import { readBody, readLimit } from './control-error';
import { willingPayer } from './willing-payer';

const completeSchema = z.strictObject({
  name: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  /** One of the session's payment method types. */
  method: z.string().default('card'),
  card: z
    .strictObject({
      number: z.string().default('4242424242424242'),
      expiry: z.string().default('12/40'),
      cvc: z.string().default('123'),
    })
    .prefault({}),
  /** Bank debits only: the account must be verified first, by microdeposits. */
  microdeposits: z.boolean().default(false),
  /** How a 3-D Secure step ends, if the card asks for one. */
  authentication: z.enum(['pass', 'fail']).default('pass'),
});

/** In minor units. */
const transferSchema = z.strictObject({ amount: z.int().min(1) });
const nothingSchema = z.strictObject({});

/** Sessions: look at them, pay them as a shopper would, end them, settle or fail what was delayed. */
export function createSessionControl({ engine, deliverer }: ControlContext): Router {
  const router = Router();

  router.get('/sessions', (request, response) => {
    const records = engine.store.sessions.newestFirst().slice(0, readLimit(request));
    response.json({
      sessions: records.map(({ object }) => currentSession(engine, object.id).object),
    });
  });
  router.get('/sessions/:id', (request, response) => {
    response.json(currentSession(engine, request.params.id).object);
  });

  router.post('/sessions/:id/complete', async (request, response) => {
    const { id } = request.params;
    const { card, method, microdeposits, authentication, ...given } = readBody(
      completeSchema,
      request,
    );
    const payer = willingPayer(currentSession(engine, id).object, given);
    const payWith =
      method === 'card' ? { type: 'card' as const, card } : { type: method, microdeposits };
    let result = paySession(engine, id, payer, payWith);
    if (result.outcome === 'requires_action') {
      result = finishAuthentication(engine, id, authentication === 'pass');
    }
    if (result.outcome === 'completed') {
      await holdForWebhook(engine, deliverer, result);
      response.json({
        outcome: 'completed',
        redirectUrl: nextPage(engine, currentSession(engine, id)),
      });
    } else if (result.outcome === 'declined') {
      response.status(402).json({ outcome: 'declined', error: result.error });
    } else {
      const { status } = currentSession(engine, id).object;
      response.status(409).json({ outcome: 'closed', status });
    }
  });

  router.post('/sessions/:id/expire', (request, response) => {
    readBody(nothingSchema, request);
    response.json(expireSession(engine, request.params.id));
  });
  router.post('/sessions/:id/settle', (request, response) => {
    readBody(nothingSchema, request);
    response.json(settleSession(engine, request.params.id, 'succeeded'));
  });
  router.post('/sessions/:id/fail', (request, response) => {
    readBody(nothingSchema, request);
    response.json(settleSession(engine, request.params.id, 'failed'));
  });
  router.post('/sessions/:id/transfer', (request, response) => {
    const { amount } = readBody(transferSchema, request);
    response.json(transferToSession(engine, request.params.id, amount));
  });
  router.post('/sessions/:id/verify-microdeposits', (request, response) => {
    readBody(nothingSchema, request);
    response.json(verifySession(engine, request.params.id));
  });
  return router;
}
