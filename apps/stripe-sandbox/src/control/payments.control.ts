import { Router } from 'express';
import { z } from 'zod';
import type { Engine } from '../engine/engine.types';
import { getCharge } from '../engine/payment/charges';
import {
  decideDispute,
  DISPUTE_STARTS,
  escalateInquiry,
  openDispute,
  updateDispute,
} from '../engine/payment/disputes';
import {
  cancelRefund,
  FAILURE_REASONS,
  failRefund,
  succeedRefund,
} from '../engine/payment/refund-changes';
import { createRefund } from '../engine/payment/refunds';
import { chargeOf, PAID_OBJECTS } from './charge-of';
import { readBody } from './control-error';

const refundSchema = z.strictObject({
  /** In minor units; by default everything that is left. */
  amount: z.int().min(1).optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
});

const failSchema = z.strictObject({ reason: z.enum(FAILURE_REASONS).optional() });

const disputeSchema = z.strictObject({
  amount: z.int().min(1).optional(),
  reason: z.string().default('fraudulent'),
  /** `warning_needs_response` for an inquiry, `lost` for a returned debit; by default what the method does. */
  status: z.enum(DISPUTE_STARTS).optional(),
});

/** `winning_evidence` and `losing_evidence` decide the dispute at once, as at Stripe. */
const evidenceSchema = z.strictObject({ text: z.string().min(1).default('Delivered') });

const closeSchema = z.strictObject({ outcome: z.enum(['won', 'lost', 'warning_closed']) });
const nothingSchema = z.strictObject({});

/** What the Dashboard or a bank does after a payment: refunds and disputes. */
export function createPaymentControl(engine: Engine): Router {
  const router = Router();

  for (const kind of PAID_OBJECTS) {
    router.post(`/${kind}/:id/refund`, (request, response) => {
      const { amount, reason } = readBody(refundSchema, request);
      const refund = createRefund(engine, {
        charge: chargeOf(engine, kind, request.params.id),
        ...(amount !== undefined && { amount }),
        ...(reason && { reason }),
      });
      response.json(refund);
    });
    router.post(`/${kind}/:id/dispute`, (request, response) => {
      const { amount, reason, status } = readBody(disputeSchema, request);
      const charge = getCharge(engine, chargeOf(engine, kind, request.params.id));
      response.json(openDispute(engine, charge, { reason, amountMinor: amount, status }));
    });
  }
  router.post('/refunds/:id/succeed', (request, response) => {
    readBody(nothingSchema, request);
    response.json(succeedRefund(engine, request.params.id));
  });
  router.post('/refunds/:id/fail', (request, response) => {
    const { reason } = readBody(failSchema, request);
    response.json(failRefund(engine, request.params.id, reason));
  });
  router.post('/refunds/:id/cancel', (request, response) => {
    readBody(nothingSchema, request);
    response.json(cancelRefund(engine, request.params.id));
  });
  router.post('/disputes/:id/escalate', (request, response) => {
    readBody(nothingSchema, request);
    response.json(escalateInquiry(engine, request.params.id));
  });
  router.post('/disputes/:id/submit-evidence', (request, response) => {
    const { text } = readBody(evidenceSchema, request);
    const evidence = { uncategorized_text: text };
    response.json(updateDispute(engine, request.params.id, { evidence }));
  });
  router.post('/disputes/:id/close', (request, response) => {
    const { outcome } = readBody(closeSchema, request);
    response.json(decideDispute(engine, request.params.id, outcome));
  });
  return router;
}
