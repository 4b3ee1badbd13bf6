import { paySessionWithMethod } from '../engine/checkout/pay-session';
import { currentSession } from '../engine/checkout/sessions';
import type { Engine } from '../engine/engine.types';
import { usableMethod } from '../engine/payment/usable-method';
import { invalidRequest, StripeError } from '../engine/stripe-error';
import type { Schema } from '../schema/schema';
import { route } from './route';

const text: Schema = { type: 'string' };

/**
 * The API behind Stripe's hosted page. It is not documented; the Stripe CLI uses it to complete a
 * Checkout Session without a browser.
 */
export const paymentPageRoutes = [
  route<object>({
    method: 'GET',
    path: '/v1/payment_pages/:id',
    params: { type: 'object', properties: {} },
    supports: [],
    untyped: true,
    run: (engine, id) => pageOf(engine, id),
  }),
  route<{ payment_method: string; expected_amount?: number }>({
    method: 'POST',
    path: '/v1/payment_pages/:id/confirm',
    params: {
      type: 'object',
      properties: {
        eid: text,
        expected_amount: { type: 'number' },
        expected_payment_method_type: text,
        key: text,
        payment_method: text,
        return_url: text,
      },
      required: ['payment_method'],
    },
    supports: [
      'eid',
      'expected_amount',
      'expected_payment_method_type',
      'key',
      'payment_method',
      'return_url',
    ],
    untyped: true,
    run: (engine, id, params) => {
      const { object } = currentSession(engine, id);
      if (params.expected_amount !== undefined && params.expected_amount !== object.amount_total) {
        throw invalidRequest('The amount of the Checkout Session has changed.', {
          code: 'checkout_amount_mismatch',
          param: 'expected_amount',
        });
      }
      const method = usableMethod(engine, params.payment_method);
      const result = paySessionWithMethod(engine, id, method);
      if (result.outcome === 'declined') throw new StripeError(402, result.error);
      if (result.outcome === 'closed') {
        throw invalidRequest(`This Checkout Session is ${result.session.status}.`, {
          code: 'checkout_not_active_session',
        });
      }
      return pageOf(engine, id);
    },
  }),
];

function pageOf(engine: Engine, id: string): object {
  const { object } = currentSession(engine, id);
  return {
    ...object,
    id: object.id,
    object: 'payment_page',
    session_id: object.id,
    total_summary: {
      due: object.amount_total,
      subtotal: object.amount_subtotal,
      total: object.amount_total,
    },
  };
}
