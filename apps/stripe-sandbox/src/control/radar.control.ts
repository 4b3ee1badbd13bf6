import { Router } from 'express';
import { z } from 'zod';
import type { Engine } from '../engine/engine.types';
import { getCharge } from '../engine/payment/charges';
import { warnOfFraud } from '../engine/payment/fraud-warnings';
import { createRefund } from '../engine/payment/refunds';
import { approveReview, getReview } from '../engine/payment/reviews';
import { chargeOf, PAID_OBJECTS } from './charge-of';
import { readBody } from './control-error';

const nothingSchema = z.strictObject({});
const warningSchema = z.strictObject({ fraudType: z.string().optional() });

/** What the Dashboard does with a review, and the warnings of a card's bank. */
export function createRadarControl(engine: Engine): Router {
  const router = Router();

  router.post('/reviews/:id/approve', (request, response) => {
    readBody(nothingSchema, request);
    response.json(approveReview(engine, request.params.id));
  });
  for (const [path, reason] of [
    ['refund', undefined],
    ['refund-as-fraud', 'fraudulent'],
  ] as const) {
    router.post(`/reviews/:id/${path}`, (request, response) => {
      readBody(nothingSchema, request);
      const review = getReview(engine, request.params.id);
      createRefund(engine, { charge: review.charge as string, ...(reason && { reason }) });
      response.json(review);
    });
  }
  for (const kind of PAID_OBJECTS) {
    router.post(`/${kind}/:id/fraud-warning`, (request, response) => {
      const { fraudType } = readBody(warningSchema, request);
      const charge = getCharge(engine, chargeOf(engine, kind, request.params.id));
      response.json(warnOfFraud(engine, charge, fraudType));
    });
  }
  return router;
}
