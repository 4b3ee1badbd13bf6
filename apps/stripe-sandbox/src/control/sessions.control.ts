import { Router } from 'express';
import { z } from 'zod';
import { redeemCode } from '../engine/checkout/discounts';
import { expireSession } from '../engine/checkout/expire-session';
import { makeChoices } from '../engine/checkout/choices';
import { finishAuthentication, paySession } from '../engine/checkout/pay-session';
import type { SessionRecord } from '../engine/checkout/session-record';
import { currentSession } from '../engine/checkout/sessions';
import { settleSession, transferToSession, verifySession } from '../engine/checkout/settle-session';
import type { Engine } from '../engine/engine.types';
import type { StripeErrorBody } from '../engine/stripe-error';
import { holdForWebhook, nextPage } from '../hosted-page/way-back';
import type { ControlContext } from './control-context';
import { readBody, readLimit } from './control-error';
import { willingPayer } from './willing-payer';

const completeSchema = z.strictObject({
  name: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  /** Of the shipping or billing address. */
  country: z.string().optional(),
  businessName: z.string().optional(),
  taxId: z.string().optional(),
  /** Answers by the custom field's key. */
  customFields: z.record(z.string(), z.string()).optional(),
  /** A promotion code; one that cannot be redeemed is left out, as a shopper would. */
  promotionCode: z.string().optional(),
  /** The name of one of the session's shipping rates. */
  shippingRate: z.string().optional(),
  /** Quantities by price; those of optional items are added first. */
  quantities: z.record(z.string(), z.int().min(1)).default({}),
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
    const {
      card,
      method,
      microdeposits,
      authentication,
      shippingRate,
      quantities,
      promotionCode,
      ...given
    } = readBody(completeSchema, request);
    const refused = choose(engine, currentSession(engine, id), { shippingRate, quantities });
    if (refused) {
      response.status(402).json({ outcome: 'declined', error: refused });
      return;
    }
    const record = currentSession(engine, id);
    if (promotionCode !== undefined && record.object.status === 'open')
      redeemCode(engine, record, promotionCode);
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

/** Changes quantities, adds optional items and chooses the shipping, as a shopper would on the page. */
function choose(
  engine: Engine,
  record: SessionRecord,
  {
    shippingRate,
    quantities,
  }: { shippingRate?: string | undefined; quantities: Record<string, number> },
): StripeErrorBody | undefined {
  if (record.object.status !== 'open') return undefined;
  const rate = record.object.shipping_options
    .map(({ shipping_rate: id }) => engine.store.shippingRates.get(id as string))
    .find((each) => each?.display_name === shippingRate);
  const optional = record.object.optional_items ?? [];
  const refused = makeChoices(engine, record, {
    ...(rate && { shippingRate: rate.id }),
    add: optional.map(({ price }) => price).filter((price) => price in quantities),
  });
  const byLine = record.lineItems.map(
    ({ id, price, quantity }) => [id, quantities[price?.id ?? ''] ?? quantity ?? 1] as const,
  );
  return refused ?? makeChoices(engine, record, { quantities: Object.fromEntries(byLine) });
}
