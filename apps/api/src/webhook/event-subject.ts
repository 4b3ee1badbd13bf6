import type { EventSubject } from '../jobs/queues';
import type { VerifiedEvent } from './verify-event';

/** What an event is about, or undefined for types that move no order. https://docs.stripe.com/api/events/types */
export function subjectOf({ type, object }: VerifiedEvent): EventSubject | undefined {
  switch (type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.async_payment_failed':
    case 'checkout.session.expired':
      return isId(object.id, 'cs_') ? { stripeSessionId: object.id } : undefined;
    case 'charge.refunded':
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
    case 'charge.dispute.created':
    case 'charge.dispute.closed': {
      const intent = object['payment_intent'];
      return isId(intent, 'pi_') ? { stripePaymentIntentId: intent } : undefined;
    }
    default:
      return undefined;
  }
}

const isId = (value: unknown, prefix: string): value is string =>
  typeof value === 'string' &&
  /^[a-z]+_[A-Za-z0-9_]{1,250}$/.test(value) &&
  value.startsWith(prefix);
