import type Stripe from 'stripe';
import type { SessionState } from '../../database/schema/tables';

type SessionFacts = Pick<Stripe.Checkout.Session, 'status' | 'payment_status' | 'payment_intent'>;

/**
 * What a Checkout Session says about its order. Only this file knows Stripe's combinations of statuses
 * (https://docs.stripe.com/checkout/fulfillment, https://docs.stripe.com/payments/paymentintents/lifecycle).
 *
 * | status   | payment_status      | PaymentIntent                      | gives            |
 * |----------|---------------------|------------------------------------|------------------|
 * | open     | not paid            | any                                | open             |
 * | complete | paid                | any                                | confirmed        |
 * | complete | no_payment_required | any                                | nothing_to_pay   |
 * | complete | unpaid              | processing                         | processing       |
 * | complete | unpaid              | requires_action                    | awaiting_voucher |
 * | complete | unpaid              | requires_payment_method, canceled  | payment_failed   |
 * | expired  | not paid            | any                                | expired          |
 * | anything else, documented or not                                  | checking         |
 *
 * @param session with `payment_intent` expanded, or null
 */
export function describeSession(session: SessionFacts): SessionState {
  const paid = session.payment_status === 'paid';
  switch (session.status) {
    case 'open':
      return paid ? 'checking' : 'open';
    case 'expired':
      return paid ? 'checking' : 'expired';
    case 'complete':
      if (paid) return 'confirmed';
      if (session.payment_status === 'no_payment_required') return 'nothing_to_pay';
      return session.payment_status === 'unpaid'
        ? describeUnpaid(session.payment_intent)
        : 'checking';
    default:
      return 'checking';
  }
}

function describeUnpaid(intent: SessionFacts['payment_intent']): SessionState {
  if (intent === null || typeof intent === 'string') return 'checking';
  switch (intent.status) {
    case 'processing':
      return 'processing';
    case 'requires_action':
      return 'awaiting_voucher';
    case 'requires_payment_method':
    case 'canceled':
      return 'payment_failed';
    default:
      return 'checking';
  }
}
